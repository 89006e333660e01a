import { ageOn, firstDayOf, type PlainDate, type YearMonth } from '../dates.ts';
import { exactFen, type Fen, fen, multiplyRatios, percent, ratio } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type TopUpReason, topUpReasons } from '../parameters/top-up-reasons.ts';
import { isSeverelyDisabled } from '../eligibility/disability.ts';
import type { Member } from '../eligibility/facts.ts';

const ADULT = 18;

const parameterOf = {
  severelyIll: 'dibao.topUpSeverelyIll',
  severelyDisabled: 'dibao.topUpSeverelyDisabled',
  elderly: 'dibao.topUpElderly',
  minor: 'dibao.topUpMinor',
} as const;

/** For a month: its first day, on which ages count, rates in percent of the standard, and the age from which a member is old. */
const topUpRules = ofDay((snapshot, benefitMonth: YearMonth) => {
  const on = firstDayOf(benefitMonth);
  return {
    on,
    elderlyFrom: valueOn(snapshot, 'dibao.topUpElderlyFrom', on).value,
    rates: topUpReasons.map((reason) => valueOn(snapshot, parameterOf[reason], on).value),
  };
});

/** Whether a member belongs to a group on the first day of the benefit month; who is born during it is a minor. */
function belongsTo(reason: TopUpReason, member: Member, on: PlainDate, elderlyFrom: number): boolean {
  switch (reason) {
    case 'severelyIll':
      return member.severelyIll === true;
    case 'severelyDisabled':
      return isSeverelyDisabled(member.disability);
    case 'elderly':
      return member.birthDate <= on && ageOn(member.birthDate, on) >= elderlyFrom;
    case 'minor':
      return member.birthDate > on || ageOn(member.birthDate, on) < ADULT;
  }
}

/** The groups a member belongs to on the first day of the benefit month. */
export function topUpGroupsOf(member: Member, benefitMonth: YearMonth, snapshot: ParameterSnapshot): TopUpReason[] {
  const { on, elderlyFrom } = topUpRules(snapshot, benefitMonth);
  return topUpReasons.filter((reason) => belongsTo(reason, member, on, elderlyFrom));
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
  const { on, elderlyFrom, rates } = topUpRules(snapshot, benefitMonth);
  let highest: TopUpReason | null = null;
  let rate = 0;
  for (const [at, reason] of topUpReasons.entries()) {
    const own = rates[at] ?? 0;
    if (own <= rate || !belongsTo(reason, member, on, elderlyFrom)) continue;
    highest = reason;
    rate = own;
  }
  if (highest === null) return { topUp: fen(0), topUpReason: null };
  return { topUp: exactFen(multiplyRatios(percent(rate), ratio(standard))), topUpReason: highest };
}
