import { kindOf } from '../about-case.ts';
import { addresseeOf } from '../addressee.ts';
import { articlesOn } from '../citation.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, nameOf } from '../document-input.ts';
import type { Markup } from '../markup.ts';
import { markup } from '../markup.ts';
import { kindWords } from '../kind-words.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { listTable, paragraph, section } from '../page.ts';
import { contact } from '../remedies.ts';
import { clockOf, inDays, inLimit, lastDayOf } from '../time-wording.ts';
import { findingWords, sourceWords } from '../wording.ts';
import { regimeOn } from '../../../policy/procedures/regimes.ts';
import type { VerificationRound } from '../../../policy/lifecycle/state.ts';

function answersTable(input: DocumentInput, round: VerificationRound): Markup {
  const cell = (source: string, personId: string) => {
    const answer = round.answers.find((known) => known.source === source && known.personId === personId);
    if (answer === undefined) return '未答复';
    const word = findingWords[answer.finding];
    return answer.finding === 'differs' ? markup`<b>${word}</b>` : word;
  };
  return listTable(
    ['核对事项', ...round.persons.map((personId) => nameOf(input, personId))],
    round.sources.map((source) => [sourceWords[source], ...round.persons.map((personId) => cell(source, personId))]),
  );
}

/** What the report, its finding or its re-examination comes to. */
function conclusion(input: DocumentInput): Markup {
  const event = eventOf(
    input,
    'verificationAnswered',
    'verificationConcluded',
    'foundNotQualified',
    'verificationReexamined',
  );
  switch (event.type) {
    case 'verificationAnswered':
    case 'verificationConcluded': {
      const { validTo } = event.data;
      return markup`${
        event.type === 'verificationConcluded'
          ? paragraph(`部分事项逾期未获答复，依据书面证明材料办结核对。说明：${event.data.ground}`)
          : paragraph('全部核对事项已获答复。核对结果与申报不一致的，将逐项核实，请予配合。')
      }${validTo && paragraph(`本报告有效期至${inDays(validTo)}。`)}`;
    }
    case 'foundNotQualified':
      return paragraph(`经核对，不符合${kindWords[kindOf(input)].name}条件。理由：${event.data.ground}`);
    case 'verificationReexamined':
      return paragraph(
        `你户对核对结果提出异议，经复核，决定${event.data.upheld ? '维持原核对结果' : '撤销原核对结果，继续办理'}。理由：${event.data.ground}`,
      );
  }
}

/** 核对报告告知书: the outcome by source and person, and how to contest it. */
export function verificationReport(input: DocumentInput): Page {
  const event = eventOf(
    input,
    'verificationAnswered',
    'verificationConcluded',
    'foundNotQualified',
    'verificationReexamined',
  );
  const round = input.state.rounds.find((known) => known.round === event.data.round);
  if (round === undefined) throw new RangeError(`the case knows no verification round ${event.data.round}`);
  const contest = event.type === 'foundNotQualified' ? clockOf(input, 'contest') : undefined;
  const articles = articlesOn('verificationContested', kindOf(input), regimeOn(dayOf(input)));
  const basis = articles && `依据${articles}，`;
  return {
    form: 'notice',
    issuer: townOffice(input.places),
    addressee: addresseeOf(input),
    sections: [
      section(
        '核对结果',
        paragraph(`经你户授权，于${inDays(round.requestedOn)}提请第${round.round}轮家庭经济状况核对，结果如下：`),
        answersTable(input, round),
        conclusion(input),
      ),
      section(
        '异议的提出',
        contest
          ? paragraph(
              `${basis}对核对结果有异议的，可以自本告知之日起${inLimit(contest.limit)}内（至${lastDayOf(contest)}）向${townOffice(input.places)}提出，并提供相关证明材料，由核对机构复核。逾期未提出的，按核对结果继续办理。`,
            )
          : paragraph(`对核对结果有疑问的，可以向${townOffice(input.places)}提出，并提供相关证明材料。`),
        contact(input),
      ),
    ],
  };
}
