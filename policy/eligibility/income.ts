import type { PlainDate } from '../dates.ts';
import {
  exactFen,
  type Fen,
  fen,
  greaterFen,
  lesserFen,
  multiplyRatios,
  percent,
  ratio,
  subtractFen,
  sumFen,
} from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { DeductionType, IncomeType, Member } from './facts.ts';

/** The dibao standard 低保标准 in force on a day, fen per person and month. */
export const standardOn = (snapshot: ParameterSnapshot, date: PlainDate): Fen =>
  fen(valueOn(snapshot, 'dibao.standard', date).value);

const RIGID_COSTS: readonly DeductionType[] = ['rigidIllness', 'rigidDisability'];

/** Income that counts 计入收入: all but the kinds the law leaves out (民发〔2021〕57号 §13). */
const countedIncome = (member: Member, notCounted: readonly IncomeType[]): Fen =>
  sumFen(member.incomes.filter(({ type }) => !notCounted.includes(type)).map(({ annual }) => annual));

/**
 * Necessary cost of employment 必要就业成本 (民发〔2021〕57号 §13): for each month worked a share of the standard, at most
 * the wages; the months and wages of a person are taken together, however many jobs there were.
 */
function employmentCost(member: Member, standard: Fen, share: number): Fen {
  const wages = sumFen(member.incomes.filter(({ type }) => type === 'wage').map(({ annual }) => annual));
  const allowed = exactFen(
    multiplyRatios(ratio(standard), multiplyRatios(percent(share), ratio(member.monthsWorked ?? 0))),
  );
  return lesserFen(wages, allowed);
}

/** Taxes, social insurance and support paid; rigid costs of illness and disability only where the place allows it. */
const deductions = (member: Member, rigidCosts: boolean): Fen =>
  sumFen(
    (member.deductions ?? [])
      .filter(({ type }) => rigidCosts || !RIGID_COSTS.includes(type))
      .map(({ annual }) => annual),
  );

/**
 * Countable income of the members, past 12 months, in fen (policy R-INC). What one member pays may lessen what another
 * earns, but never below 0. The employment cost rests on the standard of the day of assessment.
 */
export function annualIncome(
  members: readonly Member[],
  on: PlainDate,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
): Fen {
  const notCounted = valueOn(snapshot, 'income.notCounted', regimeOn).value;
  const rigidCosts = valueOn(snapshot, 'dibao.deductsRigidCosts', regimeOn).value;
  const costShare = valueOn(snapshot, 'dibao.employmentCost', regimeOn).value;
  const standard = standardOn(snapshot, on);
  const total = members.map((member) =>
    subtractFen(
      countedIncome(member, notCounted),
      sumFen([employmentCost(member, standard, costShare), deductions(member, rigidCosts)]),
    ),
  );
  return greaterFen(sumFen(total), fen(0));
}
