import type { Assessment } from '../assessment/assessment.ts';
import { remainderAfterDeath } from '../amounts/dibao.ts';
import type { YearMonth } from '../dates.ts';
import { addToMonth, monthOf, nextMonth } from '../dates.ts';
import { isByPerson } from '../kinds.ts';
import { type Fen, fen } from '../money.ts';
import type { Context } from './context.ts';
import type { CaseState, GrantSpan, Proceeding } from './state.ts';

/** What is left of the amount from a month on, because somebody died the month before. */
export interface Rest {
  readonly from: YearMonth;
  readonly amount: Fen;
}

/**
 * The rests of the amount after the deaths of a proceeding, in order: a dead person's share stops from the month after the death
 * (policy.md §6). Whoever had no share changes nothing; nothing is due before the right began.
 */
export function restsAfterDeaths(state: CaseState, proceeding: Pick<Proceeding, 'reasons'>): readonly Rest[] {
  const began = state.grants[0]?.from;
  if (isByPerson(state.kind)) return restAfterOwnDeath(state, proceeding, began);
  let assessment = behindTheAmount(state);
  if (!assessment || began === undefined) return [];
  const rests: Rest[] = [];
  const deaths = proceeding.reasons
    .filter((reason) => reason.kind === 'memberDied')
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const { personId = '', on } of deaths) {
    if (!assessment.shares.some((share) => share.personId === personId)) continue;
    const amount = remainderAfterDeath(assessment, personId);
    assessment = { ...assessment, shares: assessment.shares.filter((share) => share.personId !== personId) };
    const month = nextMonth(monthOf(on));
    const from = month < began ? began : month;
    if (rests.at(-1)?.from === from) rests.pop();
    rests.push({ from, amount });
  }
  return rests;
}

/** What one person alone had is over from the month after the death; deaths of others change nothing by themselves. */
function restAfterOwnDeath(
  { subject }: CaseState,
  proceeding: Pick<Proceeding, 'reasons'>,
  began: YearMonth | undefined,
): readonly Rest[] {
  const death = proceeding.reasons.find((reason) => reason.kind === 'memberDied' && reason.personId === subject);
  if (death === undefined || began === undefined) return [];
  const month = nextMonth(monthOf(death.on));
  return [{ from: month < began ? began : month, amount: fen(0) }];
}

/**
 * The assessment that set the amount still paid, with the shares of those who are still members: a gradual exit and an amount left
 * unchanged go on paying an older one.
 */
function behindTheAmount(state: CaseState): Assessment | undefined {
  const assessment = state.decisions.findLast(
    (decision) => decision.assessment?.eligible === true && decision.amount === decision.assessment.amount,
  )?.assessment;
  const isMember = (personId: string) => state.facts.members.some((member) => member.personId === personId);
  return assessment && { ...assessment, shares: assessment.shares.filter((share) => isMember(share.personId)) };
}

const closed = (rests: readonly Rest[], until: YearMonth, decision: number): GrantSpan[] =>
  rests
    .filter((rest) => rest.from < until)
    .map((rest, index, all) => ({
      ...rest,
      to: addToMonth(all[index + 1]?.from ?? until, -1),
      decision,
    }));

/**
 * The right to payments after `amount` was decided today: from next month, to `end` if it has one. After a death the rest counts in
 * between; an increase over the rest counts from the month after the death, a decrease only from the month after the decision (W16).
 */
export function spansAfter(
  { state, today }: Context,
  proceeding: Proceeding,
  amount: Fen,
  decision: number,
  end?: YearMonth,
): readonly GrantSpan[] {
  const next = nextMonth(monthOf(today));
  const past = restsAfterDeaths(state, proceeding).filter((rest) => rest.from < next);
  const last = past.at(-1);
  const from = last && amount >= last.amount ? last.from : next;
  return [...closed(past, from, decision), { from, amount, decision, ...(end !== undefined && { to: end }) }];
}
