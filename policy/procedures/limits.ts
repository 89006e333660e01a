import type { Limit } from '../lifecycle/deadlines.ts';

/** So many working days 工作日. */
export const workingDays = (count: number, source: string): Limit => ({ count, unit: 'workingDay', source });

/** So many calendar days: postings, and emergencies, which run through holidays. */
export const days = (count: number, source: string): Limit => ({ count, unit: 'day', source });

/** Limits that the articles leave open (policy.md §5.2, assumptions), alike for all kinds. */
export const usualLimits = {
  verificationRequest: workingDays(3, 'assumption'),
  verificationStart: workingDays(3, 'assumption'),
  verificationResult: workingDays(7, 'assumption'),
  appraisal: workingDays(5, 'assumption'),
  objection: workingDays(10, 'assumption'),
  forward: workingDays(1, 'assumption'),
  notice: workingDays(3, 'assumption'),
} as const satisfies Record<string, Limit>;

/** Limits outside the procedures: the same for every kind, regime and place. Whether there is one is law, its length is not. */
export const standingLimits = {
  /** From the submission, and again from the day that what was missing came in. */
  acceptance: workingDays(3, 'assumption'),
  opinionAnew: workingDays(1, 'assumption'),
  reexamination: workingDays(7, 'assumption'),
  publication: workingDays(3, 'D57 §24; length: assumption'),
  complaint: workingDays(20, 'D57 §37; length: assumption'),
  viewsAnswer: workingDays(5, 'L26 §48; length: assumption'),
  /** A recheck or change where the regime limits only the steps: that of the later regimes. */
  proceeding: workingDays(30, 'assumption'),
  /** What each higher level gets for a task that was missed below. */
  higherLevel: workingDays(5, 'assumption'),
} as const satisfies Record<string, Limit>;
