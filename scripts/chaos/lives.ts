import { addDays, type PlainDate, plainDate } from '../../policy/dates.ts';
import * as step from './steps.ts';

/** What is done to a case, in order. A number counts days from the day of the application; a date is itself. */
export type Life = readonly (readonly [day: number | PlainDate, acts: readonly step.Act[]])[];

const on = plainDate;
const intake: Life = [
  [0, [step.apply, step.authorise, step.submit, step.accept]],
  [1, [step.investigate]],
  [2, [step.visitAndAnswer]],
];
const posted: Life = [...intake, [3, [step.opine, step.post]]];
const confirmed: Life = [...posted, [12, [step.confirm]], [13, [step.serve('confirmationNotice'), step.publish]]];
const objected: Life = [
  ...posted,
  [5, [step.object]],
  [12, [step.visit, step.investigateObjection]],
  [13, [step.opine]],
  [14, [step.confirm]],
  [15, [step.serve('confirmationNotice'), step.publish]],
];
const gradualExit: Life = [
  [on('2026-09-07'), [step.report('tookUpWork', 'spouse')]],
  [on('2026-09-08'), [step.answer]],
  [on('2026-09-09'), [step.propose('gradualExit', 'spouse', 36_000), step.hear]],
  [on('2026-09-14'), [step.decide('gradualExit', 2), step.serve('gradualExitNotice')]],
  // The calendar ends it in the meantime.
  [on('2026-12-02'), [step.serve('stopNotice')]],
];

/** Ways from application to exit, by name: every one leads to an end, some only because the calendar strikes. */
export const lives = {
  'gradual exit': [...confirmed, ...gradualExit],
  'objection, reduction, stop': [
    ...objected,
    [on('2026-08-10'), [step.report('incomeChanged', 'head')]],
    [on('2026-08-11'), [step.answer]],
    [on('2026-08-12'), [step.propose('reduce', 'head', 30_000), step.hear]],
    [on('2026-08-14'), [step.decide('reduce'), step.serve('reductionNotice')]],
    [on('2026-10-12'), [step.report('tookUpWork', 'spouse')]],
    [on('2026-10-13'), [step.answer]],
    [on('2026-10-14'), [step.propose('stop', 'spouse', 72_000), step.hear]],
    [on('2026-10-15'), [step.decide('stop'), step.serve('stopNotice')]],
  ],
  'increase, own wish': [
    ...confirmed,
    [on('2026-08-10'), [step.report('incomeChanged', 'head')]],
    [on('2026-08-11'), [step.answer]],
    [on('2026-08-12'), [step.propose('increase', 'head', 12_000)]],
    [on('2026-08-13'), [step.decide('increase'), step.serve('increaseNotice')]],
    [on('2026-10-20'), [step.endAtOwnWish, step.serve('stopNotice')]],
  ],
  'suspension, arrears, own wish': [
    ...confirmed,
    [on('2026-08-12'), [step.suspend]],
    [on('2026-09-21'), [step.release]],
    [on('2026-11-10'), [step.endAtOwnWish, step.serve('stopNotice')]],
  ],
  refusal: [...intake, [4, [step.opineAgainst]], [6, [step.refuse, step.serve('refusalNotice')]]],
  withdrawal: [...posted, [5, [step.withdraw]]],
  'papers never supplied': [[0, [step.apply, step.authorise, step.submit, step.askForPapers]]],
} as const satisfies Record<string, Life>;

/** The day on which the stack's calendar begins, and the first application is filed. */
export const firstDay = plainDate('2026-07-01');

/** By then every life has come to its end. */
export const lastDay = plainDate('2026-12-31');

/** The day of an entry of a life that began on `began`. */
export const dayOf = (day: number | PlainDate, began: PlainDate): PlainDate =>
  typeof day === 'number' ? addDays(began, day) : day;
