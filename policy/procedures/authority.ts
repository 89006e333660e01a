import type { PlainDate } from '../dates.ts';
import type { Kind } from '../kinds.ts';
import { type Fen, timesFen } from '../money.ts';
import { standardOn } from '../eligibility/income.ts';
import { type ParameterName, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';

/** Where it stands who decides a kind; null where that hangs on the amount. */
export const authorityParameter = {
  dibao: 'authority.dibao',
  dibaoSinglePerson: 'authority.dibao',
  tekun: 'authority.tekun',
  dibaoEdge: 'authority.dibao',
  rigidExpenditure: 'authority.rigidExpenditure',
  temporaryAssistance: null,
  orphan: 'authority.childrensAllowances',
  deFactoUnattendedChild: 'authority.childrensAllowances',
} as const satisfies Readonly<Record<Kind, ParameterName | null>>;

/**
 * Who decides 审核确认权限 on `amount` of a kind on a day in the town of `parameters` (R-AUTH, policy.md §5.4): where the power was
 * delegated the town; temporary assistance up to the local limit the town too [D649 §48, T23 二(二)].
 * @throws RangeError for a parameter without a value on the day
 */
export function authority(kind: Kind, amount: Fen, on: PlainDate, parameters: ParameterSnapshot): 'town' | 'district' {
  const name = authorityParameter[kind];
  if (name !== null) return valueOn(parameters, name, on).value;
  const limit = timesFen(
    standardOn(parameters, on),
    valueOn(parameters, 'temporaryAssistance.townApprovalLimit', on).value,
  );
  return amount <= limit ? 'town' : 'district';
}
