import { checkStandard } from '../amounts/standards.ts';
import type { RuleCheck } from '../amounts/standard-rules.ts';
import type { PlainDate } from '../dates.ts';
import { type Fen, fen } from '../money.ts';
import { ParameterWithoutValue } from '../parameters/snapshot.ts';
import { snapshotOf } from '../parameters/snapshot-for.ts';
import { changedLaw, lawInForce, type ParameterChange } from './changed-law.ts';

/** How a dibao standard among the changes stands to the rules on standards: to be seen before it is published. */
export interface StandardCheck extends RuleCheck {
  readonly from: PlainDate;
  readonly amount: Fen;
  readonly division?: string;
}

/**
 * Checks each new dibao standard (policy R-STD) against the standards before it, those of the other changes among them, as if nothing
 * later had been published. None where no standard is known before it.
 */
export function standardChecks(changes: readonly ParameterChange[]): StandardCheck[] {
  const law = changedLaw(lawInForce, changes);
  return changes.flatMap((change): StandardCheck[] => {
    if (change.name !== 'dibao.standard') return [];
    const { from, division } = change;
    const snapshot = snapshotOf(law, division === undefined ? [] : [division]);
    const before = snapshot.values['dibao.standard'].filter((row) => row.from < from);
    const amount = fen(change.value);
    try {
      const known = { ...snapshot, values: { ...snapshot.values, 'dibao.standard': before } };
      const check = checkStandard({ from, amount }, known);
      return [{ from, amount, ...(division !== undefined && { division }), ...check }];
    } catch (error) {
      if (error instanceof ParameterWithoutValue) return [];
      throw error;
    }
  });
}
