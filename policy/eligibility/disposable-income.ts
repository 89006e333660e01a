import { addToMonth, lastDayOf, monthOf, type PlainDate } from '../dates.ts';
import { type Fen, fen } from '../money.ts';
import { ofDay, valueOn } from '../parameters/snapshot.ts';

/** A day of the calendar year before. */
const aYearBefore = (date: PlainDate): PlainDate => lastDayOf(addToMonth(monthOf(date), -12));

/** Local disposable income per head of the calendar year before, fen a year. Throws RangeError while it is not known. */
export const lastYearsDisposableIncome = ofDay((snapshot, date): Fen =>
  fen(valueOn(snapshot, 'income.disposablePerHead', aYearBefore(date)).value),
);
