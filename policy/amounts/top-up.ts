import { ageOn, firstDayOf, type YearMonth } from '../dates.ts';
import { exactFen, type Fen, fen, multiplyRatios, percent, ratio } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type TopUpReason, topUpReasons } from '../parameters/top-up-reasons.ts';
import type { Member } from '../eligibility/facts.ts';

/** Severely disabled 重度残疾: grade 1 or 2 of any kind. */
const isSeverelyDisabled = (member: Member): boolean => member.disability !== undefined && member.disability.grade <= 2;

const parameterOf = {
  severelyIll: 'dibao.topUpSeverelyIll',
  severelyDisabled: 'dibao.topUpSeverelyDisabled',
  elderly: 'dibao.topUpElderly',
  minor: 'dibao.topUpMinor',
} as const;

/** The groups a member belongs to on the first day of the benefit month; who is born during it is a minor. */
export function topUpGroupsOf(member: Member, benefitMonth: YearMonth, snapshot: ParameterSnapshot): TopUpReason[] {
  const on = firstDayOf(benefitMonth);
  const age = member.birthDate > on ? 0 : ageOn(member.birthDate, on);
  const belongs: Record<TopUpReason, boolean> = {
    severelyIll: member.severelyIll === true,
    severelyDisabled: isSeverelyDisabled(member),
    elderly: age >= valueOn(snapshot, 'dibao.topUpElderlyFrom', on).value,
    minor: age < 18,
  };
  return topUpReasons.filter((reason) => belongs[reason]);
}

/**
 * A member's extra 分类施保 for a month (duty: 社会救助暂行办法 §12, 社会救助法 §20; rates local): a share of the standard,
 * of all groups the highest only. In fen; exact, since the standard is whole yuan.
 */
export function topUpOf(
  member: Member,
  standard: Fen,
  benefitMonth: YearMonth,
  snapshot: ParameterSnapshot,
): { readonly topUp: Fen; readonly topUpReason: TopUpReason | null } {
  const rateOf = (reason: TopUpReason): number =>
    valueOn(snapshot, parameterOf[reason], firstDayOf(benefitMonth)).value;
  const highest = topUpGroupsOf(member, benefitMonth, snapshot).reduce<TopUpReason | null>(
    (best, reason) => (best === null || rateOf(reason) > rateOf(best) ? reason : best),
    null,
  );
  if (highest === null || rateOf(highest) === 0) return { topUp: fen(0), topUpReason: null };
  return { topUp: exactFen(multiplyRatios(percent(rateOf(highest)), ratio(standard))), topUpReason: highest };
}
