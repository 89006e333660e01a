import { type Fen, fen, greaterFen, subtractFen } from '../money.ts';
import type { LineReason } from './stages.ts';

/** One case, component and benefit month as a run finds them. Money drawn is what its lines come to, cancelled ones left out. */
export interface MonthLedger {
  /** The grant of the month; 0 where none covers it. */
  readonly right: Fen;
  /** Payment is held (suspension): nothing is drawn, and nothing is reclaimed for that reason. */
  readonly held: boolean;
  readonly drawn: Fen;
  /** Of that, what has reached the household. */
  readonly settled: Fen;
  readonly reclaimed: Fen;
  /** Lines ever drawn, cancelled ones included. */
  readonly lines: number;
  /** The benefit month is the run's own. */
  readonly ownMonth: boolean;
  /** Help is given once: it is no arrears in a later run, which is the first that could pay it. */
  readonly once?: boolean;
}

export type Balance =
  { readonly draw: Fen; readonly reason: LineReason } | { readonly reclaim: Fen } | { readonly nothing: true };

/**
 * What a run does about a benefit month up to its own: one rule for the ordinary month, arrears after a suspension, back pay 补发
 * and recovery 追缴 after a correction. It draws what the right exceeds the net of lines and recoveries by; it reclaims
 * only what has reached the household, so that a returned transfer is never asked back. Drawing up again finds nothing more.
 */
export function balanceOf(month: MonthLedger): Balance {
  const lacking = subtractFen(month.right, subtractFen(month.drawn, month.reclaimed));
  const excess = subtractFen(subtractFen(month.settled, month.reclaimed), month.right);
  if (excess > 0) return { reclaim: excess };
  const draw = month.held ? fen(0) : greaterFen(lacking, fen(0));
  if (draw === 0) return { nothing: true };
  return {
    draw,
    reason: month.lines > 0 ? 'difference' : month.ownMonth || month.once === true ? 'regular' : 'arrears',
  };
}
