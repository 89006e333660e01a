import { addDays } from '../dates.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { standingLimits, usualLimits } from '../procedures/limits.ts';
import type { VerificationAnswer } from './commands.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import type { Limit } from './deadlines.ts';
import { startClock } from './deadlines.ts';
import {
  doubts,
  named,
  roundsAsked,
  roundsContested,
  roundsReported,
  roundsToConclude,
  roundsToContest,
  roundsToStart,
} from './objects.ts';
import { reopenOpinion } from './opinions.ts';
import { takeDown } from './postings.ts';
import { openProceeding } from './proceedings.ts';
import { refusal } from './refusals.ts';
import { isClosed, withGrant } from './stages.ts';
import { afterInvestigation, enter } from './steps.ts';
import { notToBeMatched } from './standing.ts';
import type { Doubt } from './state.ts';
import { mayBeMatched } from './verified.ts';

type Verification =
  | 'requestVerification'
  | 'startVerification'
  | 'recordVerificationAnswers'
  | 'concludeVerification'
  | 'clearDoubt'
  | 'findNotQualified'
  | 'contestVerification'
  | 'reexamine';

/** Verification of means 核对 [D57 §§17–18; policy.md §7]: asked once a round, answered by source and person, never waited for without end. */
export const decideVerification: Deciders<Verification> = {
  requestVerification: (context, { persons }) => {
    const { state, law, today } = context;
    const asked = [
      ...new Set(persons ?? [...state.facts.members.map((member) => member.personId), ...state.supporterConsents]),
    ];
    if (asked.length === 0)
      return refusal('nobody-asked', '须写明核对哪些人员。', 'Say whose means are to be verified.');
    const authorised = mayBeMatched(state);
    const unauthorised = asked.filter((person) => !authorised.includes(person));
    if (unauthorised.length > 0) return notToBeMatched(unauthorised);
    const round = state.rounds.length + 1;
    return [
      happened(
        context,
        'verificationRequested',
        { round, persons: asked },
        {
          stopped: [{ name: 'verificationRequest' }],
          started: [startClock(law, 'verificationStart', today, limitsOf(context).verificationStart, String(round))],
        },
      ),
    ];
  },

  startVerification: (context, { round }) => {
    const known = named(roundsToStart, context, round);
    if ('code' in known) return known;
    return [happened(context, 'verificationStarted', { round }, running(context, round))];
  },

  recordVerificationAnswers: (context, { round, answers }) => {
    const known = named(roundsAsked, context, round);
    if ('code' in known) return known;
    const unexpected = answers.filter(
      (answer) => !known.persons.includes(answer.personId) || !known.sources.includes(answer.source),
    );
    if (unexpected.length > 0)
      return refusal(
        'answer-not-asked',
        `以下核对结果不在本轮请求之内：${unexpected.map(keyOf).join('、')}。`,
        `Not asked in round ${round}: ${unexpected.map(keyOf).join(', ')}.`,
      );
    const fresh = answers.filter(
      (answer, index) =>
        !known.answers.some((old) => keyOf(old) === keyOf(answer)) &&
        answers.findIndex((other) => keyOf(other) === keyOf(answer)) === index,
    );
    if (fresh.length === 0) return [];
    // What comes after the report, or after the case has closed, is kept but moves nothing.
    const closed = isClosed(context.state.stage);
    const late = closed || known.reportedOn !== undefined;
    const complete = !late && known.answers.length + fresh.length === known.persons.length * known.sources.length;
    const doubts = fresh
      .filter((answer) => answer.finding === 'differs' && !closed)
      .map((answer) => doubt(context, round, answer));
    return [
      happened(
        context,
        'verificationAnswered',
        { round, answers: fresh, late, doubts, ...(complete && { validTo: validTo(context) }) },
        {
          stopped: [
            { name: 'verificationStart', of: String(round) },
            ...(complete ? [{ name: 'verificationResult' as const, of: String(round) }] : []),
          ],
          started: [
            ...doubts.map((found) =>
              startClock(
                context.law,
                'doubt',
                context.today,
                limitFrom(context, 'verification.doubtLimit', 'workingDay'),
                found.id,
              ),
            ),
            ...(known.status === 'requested' && !complete && !late ? running(context, round).started : []),
          ],
          ...(complete && { documents: [{ kind: 'verificationReport' as const }] }),
        },
      ),
      ...(complete ? afterInvestigation(context, { reported: known.persons }) : []),
    ];
  },

  concludeVerification: (context, { type: _type, ...said }) => {
    const known = named(roundsToConclude, context, said.round);
    if ('code' in known) return known;
    return [
      happened(
        context,
        'verificationConcluded',
        { ...said, validTo: validTo(context) },
        {
          stopped: [
            { name: 'verificationStart', of: String(said.round) },
            { name: 'verificationResult', of: String(said.round) },
          ],
          documents: [{ kind: 'verificationReport' }],
        },
      ),
      ...afterInvestigation(context, { reported: known.persons }),
    ];
  },

  clearDoubt: (context, { type: _type, ...said }) => {
    const known = named(doubts, context, said.doubt);
    if ('code' in known) return known;
    const cleared = happened(context, 'doubtCleared', said, { stopped: [{ name: 'doubt', of: said.doubt }] });
    if (said.outcome === 'cleared') return [cleared];
    // The facts are not as believed: a new opinion before the decision, a change to be decided after it.
    return withGrant.some((stage) => stage === context.state.stage)
      ? [cleared, ...openProceeding(context, { kind: 'other', on: context.today })]
      : reopenOpinion(context, cleared);
  },

  findNotQualified: (context, { type: _type, ...said }) => {
    const known = named(roundsReported, context, said.round);
    if ('code' in known) return known;
    return [
      happened(context, 'foundNotQualified', said, {
        ...enter(context, 'notQualified'),
        started: [
          startClock(context.law, 'contest', context.today, limitFrom(context, 'verification.contestLimit', 'day')),
        ],
        documents: [{ kind: 'verificationReport' }],
      }),
      ...takeDown(context),
    ];
  },

  contestVerification: (context, { type: _type, ...said }) => {
    const known = named(roundsToContest, context, said.round);
    if ('code' in known) return known;
    return [
      happened(context, 'verificationContested', said, {
        stopped: [{ name: 'contest' }],
        started: [startClock(context.law, 'reexamination', context.today, standingLimits.reexamination)],
      }),
    ];
  },

  reexamine: (context, { type: _type, ...said }) => {
    const known = named(roundsContested, context, said.round);
    if ('code' in known) return known;
    const investigating: Context = { ...context, state: { ...context.state, stage: 'investigating' } };
    const onward = said.upheld ? [] : afterInvestigation(investigating, { reported: known.persons });
    const entry = enter(context, said.upheld ? 'confirming' : 'investigating');
    return [
      happened(context, 'verificationReexamined', said, {
        ...entry,
        started: onward.length > 0 ? [] : entry.started,
        stopped: [...entry.stopped, { name: 'reexamination' }],
        documents: [{ kind: 'verificationReport' }],
      }),
      ...onward,
    ];
  },
};

const keyOf = ({ source, personId }: Pick<VerificationAnswer, 'source' | 'personId'>): string =>
  `${source}/${personId}`;

/** A report counts its own day; it may be relied on for 90 days (policy.md §7, assumption). */
const validTo = (context: Context) =>
  addDays(context.today, valueOn(context.law.parameters, 'verification.reportValidity', context.today).value - 1);

const limitFrom = (
  { law, today }: Context,
  name: 'verification.contestLimit' | 'verification.doubtLimit',
  unit: Limit['unit'],
): Limit => {
  const { value, source } = valueOn(law.parameters, name, today);
  return { count: value, unit, source };
};

const limitsOf = ({ state }: Context) => (state.proceeding?.procedure ?? state.procedure)?.limits ?? usualLimits;

const running = (context: Context, round: number) => ({
  stopped: [{ name: 'verificationStart' as const, of: String(round) }],
  started: [
    startClock(context.law, 'verificationResult', context.today, limitsOf(context).verificationResult, String(round)),
  ],
});

const doubt = (context: Context, round: number, answer: VerificationAnswer): Doubt => ({
  id: `${round}/${keyOf(answer)}`,
  round,
  source: answer.source,
  personId: answer.personId,
  openedOn: context.today,
});
