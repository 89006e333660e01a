import { addDays, addYears, type PlainDate, plainDate } from '../../policy/dates.ts';
import type { CaseWalk } from '../walk/case-walk.ts';
import { concurrently } from './lifecycles.ts';

/** A day on which staff work on every case, and what they do to each. */
export interface WorkDay {
  readonly on: PlainDate;
  readonly work: (it: CaseWalk) => Promise<void>;
}

/** The decision is published and served. */
const published = async (it: CaseWalk, on: PlainDate): Promise<void> => {
  await it.act(it.staff.worker, { type: 'publish', place: '村务公开栏' });
  await it.serve('confirmationNotice', on);
};

/** The yearly recheck: verified, found unchanged, decided. */
const rechecked = async (it: CaseWalk): Promise<void> => {
  await it.verify();
  const { facts } = await it.state();
  await it.propose('unchanged', facts, { changedSince: false, ground: '复核无变化。' });
  await it.act(it.staff.approver, { type: 'decideAdjustment', outcome: 'unchanged', ground: '复核无变化。' });
};

/** What staff do in `years` years of a case decided on `decided` whose household stays as it is: notices served, rechecks done. */
export function yearlyCasework(decided: PlainDate, years: number): WorkDay[] {
  const days = Array.from({ length: years }, (_, year): WorkDay[] => {
    const july = plainDate(`${Number(decided.slice(0, 4)) + year + 1}-07-02`);
    const recheck = addDays(addYears(decided, year + 1), 1);
    return [
      { on: july, work: (it) => it.serve('increaseNotice', july) },
      { on: recheck, work: rechecked },
    ];
  }).flat();
  const first: WorkDay = { on: decided, work: (it) => published(it, decided) };
  return [first, ...days].filter(({ on }) => on <= addYears(decided, years));
}

/** All the cases worked on, so many at once. */
export const workOn = (cases: readonly CaseWalk[], width: number, { work }: WorkDay): Promise<void> =>
  concurrently(cases.length, width, async (index) => {
    const it = cases[index];
    if (it !== undefined) await work(it);
  });
