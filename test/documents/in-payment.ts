import { plainDate, yearMonth } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import type { Outcome } from '../../policy/lifecycle/vocabulary.ts';
import { fen, yuan } from '../../policy/money.ts';
import type { Journey } from './journey.ts';
import { approver, clerk, done, family, file, inStage, otherApprover, struckUntil } from './journey.ts';
import { facts, inPayment } from './up-to-confirmation.ts';

/** A change reported in January 2027, verified by the report still valid, and proposed. */
const proposed = (now: HouseholdFacts, outcome: Outcome, ground: string): Journey =>
  done(
    done(inPayment, '2027-01-11', clerk, {
      type: 'reportChange',
      kind: 'tookUpWork',
      happenedOn: plainDate('2027-01-04'),
      personId: 'p1',
      note: '户主到厂里上班',
      papers: [],
    }),
    '2027-01-18',
    clerk,
    {
      type: 'proposeAdjustment',
      facts: now,
      recheckClass: 'B',
      rightAtLastDecision: true,
      changedSince: true,
      outcome,
      ground,
    },
  );

const heard = (journey: Journey, views?: string): Journey => {
  const served = done(journey, '2027-01-19', clerk, {
    type: 'serveViewsNotice',
    servedOn: plainDate('2027-01-19'),
    method: 'inPerson',
  });
  return views === undefined
    ? struckUntil(served, ({ proceeding }) => proceeding?.views?.heardOn !== undefined)
    : done(served, '2027-01-21', clerk, { type: 'recordViews', views, file });
};

const decided = (journey: Journey, outcome: Outcome, ground: string, months?: number): Journey =>
  done(journey, '2027-02-02', approver, {
    type: 'decideAdjustment',
    outcome,
    ground,
    ...(months !== undefined && { gradualExitMonths: months }),
  });

const raised = '户主工资收入增加。';
export const reduced = decided(
  heard(proposed(family(26_000), 'reduce', raised), '工资还没有稳定，希望晚些调整。'),
  'reduce',
  raised,
);
export const increased = decided(proposed(family(6_000), 'increase', '户主收入减少。'), 'increase', '户主收入减少。');
export const stopped = decided(heard(proposed(family(120_000), 'stop', raised)), 'stop', raised);
const exiting = decided(heard(proposed(family(58_000), 'gradualExit', raised), '没有意见。'), 'gradualExit', raised, 6);
export const lapsedExit = struckUntil(exiting, inStage('ended'));
export const suspended = done(inPayment, '2027-01-12', approver, {
  type: 'suspendPayment',
  ground: 'unreachable',
  note: '三次上门、多次电话均未联系到家庭成员。',
});
export const entryCorrected = done(
  done(inPayment, '2027-01-12', clerk, {
    type: 'proposeCorrection',
    ofSeq: 1,
    facts,
    ground: '出生日期登记有误。',
  }),
  '2027-01-13',
  approver,
  { type: 'approveCorrection', correction: 1 },
);
export const decisionCorrected = done(inPayment, '2027-02-15', otherApprover, {
  type: 'correctDecision',
  decision: 1,
  by: 'authority',
  amounts: [
    { from: yearMonth('2027-01'), amount: yuan(3_300) },
    { from: yearMonth('2027-03'), amount: fen(0) },
  ],
  ground: '原决定少计一名成员的分类施保。',
  hearing: {
    servedOn: plainDate('2027-02-05'),
    method: 'inPerson',
    notice: file,
    said: { on: plainDate('2027-02-10'), views: '请从三月起再停发。' },
  },
});
export const correctedByCourt = done(inPayment, '2027-02-15', otherApprover, {
  type: 'correctDecision',
  decision: 1,
  by: 'court',
  amounts: [{ from: yearMonth('2027-01'), amount: yuan(3_300) }],
  ground: '法院判决变更原决定。',
  ruling: file,
});
