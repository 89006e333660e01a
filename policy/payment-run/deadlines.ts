import { addDays, type CivilInstant, dateOf, firstDayOf, startOfDayAfter, type YearMonth } from '../dates.ts';
import type { Role } from '../lifecycle/actors.ts';
import type { RunStage } from './stages.ts';

interface StageLimit {
  /** Who must act, and above whom supervision rises when it is late. */
  readonly roles: readonly [Role, ...Role[]];
  /** Day of the run's month by whose end the step is due. */
  readonly byDay: number;
  readonly source: string;
}

/**
 * Money reaches the household by the 10th [D220 §31]: the steps before it and the day for the bank's answers are
 * spread around that day [assumption]. Supervision of a late step moves up through `roles`; who may take it does not change.
 */
export const stageLimits = {
  drawingUp: { roles: ['districtOfficer', 'cityBureau'], byDay: 1, source: 'assumption' },
  drawnUp: { roles: ['districtOfficer', 'districtApprover', 'cityBureau'], byDay: 3, source: 'assumption' },
  checked: { roles: ['districtApprover', 'cityBureau'], byDay: 5, source: 'assumption' },
  districtApproved: { roles: ['districtOfficer', 'districtApprover', 'cityBureau'], byDay: 7, source: 'assumption' },
  sentToFinance: { roles: ['financeOfficer', 'cityBureau'], byDay: 10, source: 'D220 §31' },
  sentToBank: { roles: ['districtOfficer', 'districtApprover', 'cityBureau'], byDay: 20, source: 'assumption' },
} as const satisfies Record<Exclude<RunStage, 'settled'>, StageLimit>;

/** Days a stage has at least when the run is late already, and the days between two levels. */
const DAYS_AT_LEAST = 2;

const limitOf = (stage: RunStage): StageLimit | undefined => (stage === 'settled' ? undefined : stageLimits[stage]);

/** First instant at which a stage entered at `at` is late. Undefined when nothing is due any more. */
export function stageDue(stage: RunStage, month: YearMonth, at: CivilInstant): CivilInstant | undefined {
  const limit = limitOf(stage);
  if (limit === undefined) return undefined;
  const planned = addDays(firstDayOf(month), limit.byDay - 1);
  const earliest = addDays(dateOf(at), DAYS_AT_LEAST);
  return startOfDayAfter(planned > earliest ? planned : earliest);
}

/** The level and limit after the limit `due` has passed; the topmost level is told once and no clock runs after it. */
export function escalated(
  stage: RunStage,
  level: number,
  due: CivilInstant,
): { level: number; nextDue: CivilInstant | undefined } {
  const top = (limitOf(stage)?.roles.length ?? 1) - 1;
  const next = Math.min(level + 1, top);
  return { level: next, nextDue: next < top ? startOfDayAfter(addDays(dateOf(due), DAYS_AT_LEAST)) : undefined };
}

/** The role that must see to it that the run goes on. Undefined when it is settled. */
export function responsibleRole(stage: RunStage, level: number): Role | undefined {
  const roles = limitOf(stage)?.roles;
  return roles?.[Math.min(level, roles.length - 1)];
}
