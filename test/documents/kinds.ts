import { plainDate } from '../../policy/dates.ts';
import type { HouseholdFacts, Member } from '../../policy/eligibility/facts.ts';
import { type Kind, kinds } from '../../policy/kinds.ts';
import { deciderOf } from '../../policy/lifecycle/decider.ts';
import { verificationSources } from '../../policy/lifecycle/vocabulary.ts';
import { yuan } from '../../policy/money.ts';
import { household, member } from '../policy/invented-household.ts';
import {
  approver,
  centre,
  clerk,
  codes,
  districtApprover,
  done,
  family,
  file,
  type Journey,
  struckUntil,
} from './journey.ts';

const child = (parents: NonNullable<Member['parents']>): HouseholdFacts =>
  household(
    [
      member('p1', { relation: 'head', birthDate: plainDate('1956-05-04') }),
      member('p3', { relation: 'grandchild', birthDate: plainDate('2014-09-09'), student: 'compulsory', parents }),
    ],
    { onKinds: ['dibao'] },
  );

/** Circumstances in which each kind of help is due in the autumn of 2026, and whom it is for. */
const circumstances: Readonly<Record<Kind, { readonly facts: HouseholdFacts; readonly subject?: string }>> = {
  dibao: { facts: family(14_400) },
  dibaoSinglePerson: { facts: family(55_000), subject: 'p2' },
  tekun: {
    facts: household([
      member('p1', {
        relation: 'head',
        birthDate: plainDate('1954-05-04'),
        supporters: [],
        selfCareFailed: ['walking', 'bathing'],
      }),
    ]),
    subject: 'p1',
  },
  dibaoEdge: { facts: family(55_000) },
  rigidExpenditure: { facts: family(100_000, { necessarySpending: [{ type: 'medical', annual: yuan(70_000) }] }) },
  temporaryAssistance: {
    facts: family(39_600, {
      necessarySpending: [{ type: 'medical', annual: yuan(48_000) }],
      cause: '住院',
      assisted: [],
    }),
  },
  orphan: { facts: child([{ circumstance: 'dead' }, { circumstance: 'dead' }]), subject: 'p3' },
  deFactoUnattendedChild: {
    facts: child([{ circumstance: 'dead' }, { circumstance: 'inCustody', since: plainDate('2026-01-10') }]),
    subject: 'p3',
  },
};

/** An application of the kind, signed for by everybody, the child's guardian for the child. */
export function submitted(kind: Kind, given: Partial<HouseholdFacts> = {}): Journey {
  const { facts, subject } = circumstances[kind];
  const drafted = done({ state: undefined, ordered: [] }, '2026-10-16', clerk, {
    type: 'draftApplication',
    applicationId: 'a1',
    kind,
    ...(subject !== undefined && { subject }),
    channel: 'self',
    ...codes,
    roll: 'rural',
    head: 'p1',
    facts: { ...facts, ...given },
    needs: ['基本生活'],
    causeOfHardship: '因病致贫',
    papers: [],
  });
  const signed = facts.members.reduce(
    (journey, { personId }) =>
      done(
        journey,
        '2026-10-16',
        clerk,
        personId === 'p3'
          ? { type: 'recordAuthorisation', personId, by: 'guardian', signer: 'p1', file }
          : { type: 'recordAuthorisation', personId, by: 'self', file },
      ),
    drafted,
  );
  return done(signed, '2026-10-16', clerk, { type: 'submitApplication' });
}

const accepted = (kind: Kind): Journey => done(submitted(kind), '2026-10-20', clerk, { type: 'acceptApplication' });

/** Verified without a mismatch and, where the procedure of the kind asks for it, surveyed at home. */
function investigated(kind: Kind): Journey {
  const requested = done(accepted(kind), '2026-10-22', clerk, { type: 'requestVerification' });
  const persons = requested.state?.rounds[0]?.persons ?? [];
  const answered = done(requested, '2026-10-26', centre, {
    type: 'recordVerificationAnswers',
    round: 1,
    answers: verificationSources.flatMap((source) =>
      persons.map((personId) => ({ source, personId, finding: 'agrees' as const })),
    ),
  });
  if (answered.state?.stage !== 'investigating') return answered;
  return done(answered, '2026-10-27', clerk, {
    type: 'recordHomeVisit',
    visitedOn: plainDate('2026-10-27'),
    surveyors: [
      { staffId: 's1', file },
      { staffId: 's7', file },
    ],
    memberPresent: { personId: 'p1', file },
    agrees: true,
    summary: '家庭情况与申报一致。',
    photos: [],
  });
}

const opined = (kind: Kind, proposal: 'grant' | 'refuse'): Journey =>
  done(investigated(kind), '2026-10-30', clerk, {
    type: 'writeOpinion',
    facts: circumstances[kind].facts,
    recheckClass: 'B',
    proposal,
    ground: proposal === 'grant' ? '经调查核实，符合规定。' : '经调查核实，不符合规定。',
  });

const dayInNovember = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;

/** Followed day by day to the decision, by whoever the kind's procedure lets decide. */
function decided(start: Journey, command: { type: 'confirm' } | { type: 'refuse'; ground: string }): Journey {
  let journey = start;
  for (let day = 2; day < 28; day += 1) {
    const { stage, opinions } = journey.state ?? {};
    const on = dayInNovember(day);
    if (stage === 'postingDue') journey = done(journey, on, clerk, { type: 'startPosting', place: '村务公开栏' });
    else if (stage === 'posting' && day > 10) journey = struckUntil(journey, (state) => state.stage !== 'posting');
    else if (stage === 'opinionDue' && opinions?.at(-1)?.signedBy === undefined)
      journey = done(journey, on, approver, { type: 'signOpinion' });
    else if (stage === 'forwarding' && day > 12) journey = done(journey, on, clerk, { type: 'forward' });
    else if (stage === 'confirming' && day > 14) return done(journey, on, whoDecides(journey), command);
  }
  throw new Error(`the case stays in ${journey.state?.stage ?? 'nothing'}`);
}

const whoDecides = ({ state }: Journey) => (state && deciderOf(state) === 'town' ? approver : districtApprover);

export const confirmed = (kind: Kind): Journey => decided(opined(kind, 'grant'), { type: 'confirm' });

/** Paid once, or for a term. */
const endedByItself: readonly Kind[] = ['temporaryAssistance', 'rigidExpenditure'];

/** Quick aid after a fire: applied for, decided and paid within days. */
export function quickAid(): Journey {
  const applied = submitted('temporaryAssistance', {
    emergency: {
      event: 'fire',
      on: plainDate('2026-10-15'),
      affected: ['p1', 'p2', 'p3'],
      severity: 1,
      need: yuan(900),
    },
  });
  return done(applied, '2026-10-17', whoDecides(applied), { type: 'confirm' });
}

/** Every way a case of the kind can go, with the documents ordered on it. */
export function journeysOf(kind: Kind): readonly Journey[] {
  const right = confirmed(kind);
  return [
    right,
    decided(opined(kind, 'refuse'), { type: 'refuse', ground: '不符合规定。' }),
    done(submitted(kind), '2026-10-19', clerk, { type: 'requestPapers', missing: ['银行流水'] }),
    done(submitted(kind), '2026-10-19', clerk, { type: 'declineApplication', reason: '不属于受理范围。' }),
    done(accepted(kind), '2026-10-26', whoDecides(accepted(kind)), {
      type: 'terminate',
      ground: '无正当理由拒绝配合。',
    }),
    endedByItself.includes(kind)
      ? struckUntil(right, (state) => state.stage === 'ended')
      : done(right, '2026-12-03', whoDecides(right), {
          type: 'endCase',
          reason: 'ownWish',
          happenedOn: plainDate('2026-12-02'),
          note: '自愿退出。',
        }),
    ...(kinds[kind].payment === 'monthly'
      ? [
          done(right, '2026-12-02', whoDecides(right), {
            type: 'suspendPayment',
            ground: 'unreachable',
            note: '联系不上。',
          }),
        ]
      : []),
  ];
}
