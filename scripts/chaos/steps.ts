import type { PlainDate } from '../../policy/dates.ts';
import type { HouseholdFacts, Member } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import type { CaseCommand, CommandOf } from '../../policy/lifecycle/commands.ts';
import { ApiProblem } from '../walk/api-client.ts';
import type { CaseWalk } from '../walk/case-walk.ts';
import { inventedFamily } from '../walk/household.ts';

/** What is done to one case on one day; `number` tells the families apart. */
export type Act = (it: CaseWalk, today: PlainDate, number: number) => Promise<unknown>;

/** Rivals give the same case commands of which it may take one: exactly one is done, the others are refused. */
async function oneOf(...rivals: readonly (() => Promise<unknown>)[]): Promise<void> {
  const outcomes = await Promise.allSettled(rivals.map((rival) => rival()));
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of lost) if (!(reason instanceof ApiProblem && reason.status === 409)) throw reason;
  if (lost.length !== rivals.length - 1) throw new Error(`Of ${rivals.length} rivals ${lost.length} were refused.`);
}

/** @throws if the case takes the command after all */
const refuses = (it: CaseWalk, staffId: string, command: CaseCommand): Promise<void> =>
  oneOf(
    () => Promise.resolve(),
    () => it.act(staffId, command),
  );

const rivals = (it: CaseWalk, staff: readonly string[], command: CaseCommand): Promise<void> =>
  oneOf(...staff.map((staffId) => () => it.act(staffId, command)));

export const apply: Act = (it, _today, number) => it.apply(inventedFamily(it.place.village, number));

/** All members sign at once. */
export const authorise: Act = async (it) => {
  const { facts, application } = await it.state();
  const file = await it.file('核对授权书');
  const signed = facts.members.map(({ personId, relation }) =>
    it.act(it.staff.worker, {
      type: 'recordAuthorisation',
      personId,
      ...(relation === 'child' ? { by: 'guardian', signer: application.head } : { by: 'self' }),
      file,
    }),
  );
  await Promise.all(signed);
};

export const submit: Act = (it) => rivals(it, [it.staff.worker, it.staff.clerk], { type: 'submitApplication' });

export const accept: Act = (it) => rivals(it, [it.staff.clerk, it.staff.writer], { type: 'acceptApplication' });

export const askForPapers: Act = (it) =>
  it.act(it.staff.clerk, { type: 'requestPapers', missing: ['收入证明', '户口簿'] });

/** The centre is asked and the survey starts, at once. */
export const investigate: Act = (it) => {
  const { clerk, surveyor } = it.staff;
  return Promise.all([
    it.act(clerk, { type: 'requestVerification' }),
    it.act(clerk, { type: 'startSurvey', surveyors: [clerk, surveyor] }),
  ]);
};

/** Two visit while the centre's answers come in, in two batches at once. */
export const visitAndAnswer: Act = (it, today) => Promise.all([it.visit(today), it.answer(0, 5), it.answer(5)]);

export const visit: Act = (it, today) => it.visit(today, '入户复查，未发现异常。');

export const opine: Act = (it) => it.opine('B', '符合条件。');

export const opineAgainst: Act = async (it) => {
  const { facts } = await it.state();
  const ground = '家庭财产情况与申报不符。';
  await it.act(it.staff.writer, { type: 'writeOpinion', facts, recheckClass: 'B', proposal: 'refuse', ground });
};

/** Nobody confirms what is not posted yet. */
export const post: Act = async (it) => {
  await refuses(it, it.staff.approver, { type: 'confirm' });
  await rivals(it, [it.staff.worker, it.staff.clerk], { type: 'startPosting', place: '村务公开栏' });
};

/** A neighbour objects; then the limit is stretched while the posting goes on. */
export const object: Act = async (it) => {
  await it.object('该户有经营收入。');
  const note = '公示期间有异议。';
  const command = { type: 'extendLimit', ground: 'objection', note } as const;
  await rivals(it, [it.staff.approver, it.staff.otherApprover], command);
};

export const investigateObjection: Act = async (it) => {
  const objection = (await it.state()).postings.at(-1)?.objections[0];
  const finding = '经核对登记，未发现经营收入。';
  const objectionId = objection?.id ?? '';
  await it.act(it.staff.clerk, { type: 'investigateObjection', objectionId, upheld: false, finding });
};

export const confirm: Act = (it) => rivals(it, [it.staff.approver, it.staff.otherApprover], { type: 'confirm' });

export const refuse: Act = (it) => {
  const ground = '不符合条件。';
  return rivals(it, [it.staff.approver, it.staff.otherApprover], { type: 'refuse', ground });
};

export const withdraw: Act = (it) =>
  rivals(it, [it.staff.worker, it.staff.clerk], { type: 'withdraw', reason: '本人撤回。' });

export const serve =
  (kind: string): Act =>
  (it, today) =>
    it.serve(kind, today);

export const publish: Act = (it) => it.act(it.staff.worker, { type: 'publish', place: '村务公开栏' });

/** Somebody's income has changed; the centre is asked again. */
export const report =
  (kind: CommandOf<'reportChange'>['kind'], who: Member['relation']): Act =>
  async (it, today) => {
    const personId = (await it.state()).facts.members.find((member) => member.relation === who)?.personId ?? '';
    const change = { kind, personId, happenedOn: today, note: '本人报告。', papers: [] };
    await it.act(it.staff.worker, { type: 'reportChange', ...change });
    await it.act(it.staff.clerk, { type: 'requestVerification' });
  };

export const answer: Act = (it) => Promise.all([it.answer(0, 4), it.answer(4)]);

/** The town proposes what follows from new wages of one member, in yuan a year. */
export const propose =
  (outcome: CommandOf<'proposeAdjustment'>['outcome'], who: Member['relation'], wages: number): Act =>
  async (it) => {
    const { facts } = await it.state();
    await it.propose(outcome, earning(facts, who, wages), { changedSince: true, ground: '收入变化。' });
  };

const earning = (facts: HouseholdFacts, who: Member['relation'], wages: number): HouseholdFacts => ({
  ...facts,
  members: facts.members.map((member) =>
    member.relation === who
      ? { ...member, incomes: [{ type: 'wage', annual: yuan(wages) }], monthsWorked: 12 }
      : member,
  ),
});

export const hear: Act = async (it, today) => {
  await it.act(it.staff.worker, { type: 'serveViewsNotice', servedOn: today, method: 'inPerson' });
  await it.act(it.staff.worker, { type: 'recordViews', views: '没有意见。' });
};

export const decide =
  (outcome: CommandOf<'decideAdjustment'>['outcome'], gradualExitMonths?: number): Act =>
  (it) => {
    const months = gradualExitMonths === undefined ? {} : { gradualExitMonths };
    const command = { type: 'decideAdjustment', outcome, ground: '同意。', ...months } as const;
    return rivals(it, [it.staff.approver, it.staff.otherApprover], command);
  };

export const suspend: Act = (it) =>
  rivals(it, [it.staff.approver, it.staff.otherApprover], {
    type: 'suspendPayment',
    ground: 'unreachable',
    note: '联系不上。',
  });

export const release: Act = (it) =>
  it.act(it.staff.approver, { type: 'releasePayment', arrears: true, ground: '已取得联系。' });

export const endAtOwnWish: Act = (it, today) =>
  rivals(it, [it.staff.approver, it.staff.otherApprover], {
    type: 'endCase',
    reason: 'ownWish',
    happenedOn: today,
    note: '本人申请退出。',
  });
