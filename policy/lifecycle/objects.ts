import type { Context } from './context.ts';
import { mayNotApprove, mayNotCorrect } from './four-eyes.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import type { CaseState, Decision, DocumentRecord, Doubt, Objection, VerificationRound } from './state.ts';

/** What is looked at before the body of a command: the case, its day, who speaks. No law. */
export type Standing = Pick<Context, 'state' | 'today' | 'actor'>;

/** The objects 办理对象 of one command, which names one of them: where they are, and why one of them cannot be meant now. */
interface Objects<T> {
  readonly among: (state: CaseState) => readonly T[];
  readonly name: (object: T) => string | number;
  readonly fault: (object: T, standing: Standing) => Refusal | undefined;
  /** There is none at all, or none of that name. */
  readonly none: (name?: string | number) => Refusal;
}

/** The object of that name, or why it cannot be meant. */
export function named<T extends object>(objects: Objects<T>, standing: Standing, name: string | number): T | Refusal {
  const object = objects.among(standing.state).find((known) => objects.name(known) === name);
  return object === undefined ? objects.none(name) : (objects.fault(object, standing) ?? object);
}

/** Why no object could be meant, whichever is named: said of the last one. */
export function noneFits<T extends object>(objects: Objects<T>, standing: Standing): Refusal | undefined {
  const faults = objects.among(standing.state).map((object) => objects.fault(object, standing));
  return faults.includes(undefined) ? undefined : (faults.at(-1) ?? objects.none());
}

const rounds = (fault: Objects<VerificationRound>['fault']): Objects<VerificationRound> => ({
  among: ({ rounds }) => rounds,
  name: ({ round }) => round,
  fault,
  none: (round) =>
    round === undefined
      ? refusal('no-such-round', '尚未提请核对。', 'No verification has been requested yet.')
      : refusal('no-such-round', `没有第${round}轮核对。`, `There is no round ${round}.`),
});

export const roundsToStart = rounds(({ round, status }) =>
  status === 'requested'
    ? undefined
    : refusal('round-started', `第${round}轮核对已启动。`, `Round ${round} has already started.`),
);

/** Also late: what comes after the report is kept. */
export const roundsAsked = rounds(() => undefined);

export const roundsToConclude = rounds(({ round, status }, { state }) => {
  if (status !== 'requested' && status !== 'running')
    return refusal('round-closed', `第${round}轮核对已办结。`, `Round ${round} is already closed.`);
  const overdue = state.deadlines.some(
    ({ name, of, level }) =>
      (name === 'verificationResult' || name === 'verificationStart') && of === String(round) && level > 0,
  );
  return overdue
    ? undefined
    : refusal(
        'sources-still-in-time',
        '核对期限未满，请等待核对结果；逾期未复的，可凭书面证明办结。',
        'The centre is still within its time; once it has passed, conclude on paper evidence.',
      );
});

export const roundsReported = rounds(({ status }) =>
  status === 'reported'
    ? undefined
    : refusal('no-report', '核对报告尚未出具。', 'There is no report yet to find so from.'),
);

export const roundsToContest = rounds(({ status }) =>
  status === 'notQualified'
    ? undefined
    : refusal('nothing-to-contest', '该轮核对没有可异议的结论。', 'This round holds no finding to contest.'),
);

export const roundsContested = rounds(({ status }) =>
  status === 'reexamining'
    ? undefined
    : refusal('not-contested', '该轮核对未被异议。', 'This round was not contested.'),
);

export const doubts: Objects<Doubt> = {
  among: ({ doubts }) => doubts,
  name: ({ id }) => id,
  fault: ({ outcome }) =>
    outcome === undefined
      ? undefined
      : refusal('doubt-cleared', '该存疑事项已清理。', 'This doubt has been cleared already.'),
  none: (id) =>
    id === undefined
      ? refusal('no-such-doubt', '没有存疑事项。', 'There is no doubt.')
      : refusal('no-such-doubt', `没有存疑事项 ${id}。`, `There is no doubt ${id}.`),
};

export const objections: Objects<Objection> = {
  among: ({ postings }) => postings.flatMap(({ objections }) => objections),
  name: ({ id }) => id,
  fault: ({ finding }) =>
    finding === undefined
      ? undefined
      : refusal('objection-answered', '该异议已复查。', 'This objection has been investigated already.'),
  none: (id) =>
    id === undefined
      ? refusal('no-such-objection', '没有异议。', 'There is no objection.')
      : refusal('no-such-objection', `没有异议 ${id}。`, `There is no objection ${id}.`),
};

export const documents: Objects<DocumentRecord> = {
  among: ({ documents }) => documents,
  name: ({ number }) => number,
  fault: ({ number, served }, { state }) => {
    if (served) return refusal('served', '该文书已送达。', 'This document has been served already.');
    return number === state.proceeding?.views?.notice
      ? refusal(
          'views-notice',
          '听取意见通知书的送达请按“送达听取意见通知”办理：答复期限自送达起算。',
          'Serve the notice to be heard by its own step (serveViewsNotice): its service starts the time to answer.',
        )
      : undefined;
  },
  none: (number) =>
    number === undefined
      ? refusal('no-such-document', '没有文书。', 'There is no document.')
      : refusal('no-such-document', `没有文书 ${number}。`, `There is no document ${number}.`),
};

const noOpenComplaint = () =>
  refusal('no-open-complaint', '没有待答复的该投诉。', 'There is no such complaint waiting for an answer.');

export const complaints: Objects<CaseState['complaints'][number]> = {
  among: ({ complaints }) => complaints,
  name: ({ id }) => id,
  fault: ({ answeredOn }) => (answeredOn === undefined ? undefined : noOpenComplaint()),
  none: noOpenComplaint,
};

export const openCorrections: Objects<CaseState['corrections'][number]> = {
  among: ({ corrections }) => corrections.filter(({ approvedOn }) => approvedOn === undefined),
  name: ({ no }) => no,
  fault: (correction, { actor }) => mayNotApprove(correction, actor),
  none: (no) =>
    no === undefined
      ? refusal('no-open-correction', '没有待批准的更正。', 'No correction waits.')
      : refusal('no-open-correction', `没有待批准的第${no}号更正。`, `No correction ${no} waits.`),
};

export const decisions: Objects<Decision> = {
  among: ({ decisions }) => decisions,
  name: ({ no }) => no,
  fault: (decision, { actor }) =>
    decision.level === 'district' && actor.role === 'townApprover'
      ? refusal('not-the-decider', '上级的决定不得由下级更正。', 'A town does not correct the district.')
      : mayNotCorrect(decision, actor),
  none: (no) =>
    no === undefined
      ? refusal('no-such-decision', '尚无决定。', 'There is no decision yet.')
      : refusal('no-such-decision', `没有第${no}号决定。`, `There is no decision ${no}.`),
};
