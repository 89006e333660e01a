import { firstDayOf, type PlainDate, type YearMonth } from '../dates.ts';
import {
  exactFen,
  type Fen,
  fen,
  greaterFen,
  lesserFen,
  multiplyRatios,
  percent,
  type Ratio,
  ratio,
} from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { DeductionType, IncomeType, Member } from './facts.ts';

/** The dibao standard 低保标准 in force on a day, fen per person and month. */
export const standardOn = ofDay((snapshot, date): Fen => fen(valueOn(snapshot, 'dibao.standard', date).value));

/** The same on the first day of a benefit month. */
export const standardOfMonth = ofDay((snapshot, month: YearMonth): Fen => standardOn(snapshot, firstDayOf(month)));

const RIGID_COSTS: readonly DeductionType[] = ['rigidIllness', 'rigidDisability'];

/** What the law of a day says about incomes. */
const incomeRules = ofDay((snapshot, regimeOn) => ({
  notCounted: valueOn(snapshot, 'income.notCounted', regimeOn).value,
  rigidCosts: valueOn(snapshot, 'dibao.deductsRigidCosts', regimeOn).value,
  costShare: percent(valueOn(snapshot, 'dibao.employmentCost', regimeOn).value),
}));

/** Income that counts 计入收入: all but the kinds the law leaves out (民发〔2021〕57号 §13). */
function countedIncome(member: Member, notCounted: readonly IncomeType[]): Fen {
  let total = fen(0);
  for (const { type, annual } of member.incomes) if (!notCounted.includes(type)) total = fen(total + annual);
  return total;
}

/**
 * Necessary cost of employment 必要就业成本 (民发〔2021〕57号 §13): for each month worked a share of the standard, at most
 * the wages; the months and wages of a person are taken together, however many jobs there were.
 */
function employmentCost(member: Member, standard: Fen, share: Ratio): Fen {
  let wages = fen(0);
  for (const { type, annual } of member.incomes) if (type === 'wage') wages = fen(wages + annual);
  if (wages === 0) return wages;
  const allowed = exactFen(multiplyRatios(ratio(standard), multiplyRatios(share, ratio(member.monthsWorked ?? 0))));
  return lesserFen(wages, allowed);
}

/** Taxes, social insurance and support paid; rigid costs of illness and disability only where the place allows it. */
function deductions(member: Member, rigidCosts: boolean): Fen {
  let total = fen(0);
  for (const { type, annual } of member.deductions ?? [])
    if (rigidCosts || !RIGID_COSTS.includes(type)) total = fen(total + annual);
  return total;
}

/** What an income was reckoned from, past 12 months, fen: all that counts, and what is taken off. */
export interface IncomeParts {
  readonly counted: Fen;
  readonly employmentCost: Fen;
  readonly deductions: Fen;
}

/**
 * The parts of the members' income (policy R-INC). The employment cost rests on the standard of the day of assessment. `leftOut`:
 * the kinds of income that do not count, where another list than that of dibao holds.
 */
export function incomeParts(
  members: readonly Member[],
  on: PlainDate,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
  leftOut?: readonly IncomeType[],
): IncomeParts {
  const { notCounted, rigidCosts, costShare } = incomeRules(snapshot, regimeOn);
  const standard = standardOn(snapshot, on);
  let [counted, cost, deducted] = [fen(0), fen(0), fen(0)];
  for (const member of members) {
    counted = fen(counted + countedIncome(member, leftOut ?? notCounted));
    cost = fen(cost + employmentCost(member, standard, costShare));
    deducted = fen(deducted + deductions(member, rigidCosts));
  }
  return { counted, employmentCost: cost, deductions: deducted };
}

/** Countable income, fen: what one member pays may lessen what another earns, but never below 0. */
export const incomeOf = ({ counted, employmentCost: cost, deductions: deducted }: IncomeParts): Fen =>
  greaterFen(fen(counted - cost - deducted), fen(0));

/** Countable income of the members, past 12 months, in fen (see `incomeParts`). */
export const annualIncome = (...asked: Parameters<typeof incomeParts>): Fen => incomeOf(incomeParts(...asked));
