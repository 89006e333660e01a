import type { Procedure } from '../procedures/procedure.ts';
import { standingLimits } from '../procedures/limits.ts';
import { procedureOn } from '../procedures/procedure-for.ts';
import { valueOn } from '../parameters/snapshot.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { type Limit, startClock } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import type { Proceeding } from './state.ts';

/** The procedure of what opens today in the town where the household lives now. */
export const procedureToday = ({ state, law, today }: Context): Procedure =>
  procedureOn(state.kind, today, law.parameters);

/**
 * Opens a recheck or change 复核、变更 under the regime of today (R-REG), or widens the one under way by another reason.
 */
export function openProceeding(context: Context, reason: Proceeding['reasons'][number]): readonly CaseEvent[] {
  const { state, law, today } = context;
  // Paid once, there is nothing to adjust.
  if (state.procedure?.term === 'once') return [];
  const procedure = procedureToday(context);
  const { regime } = procedure;
  const selfCare = reason.kind === 'selfCareChanged';
  const asked = startClock(law, 'proceeding', today, selfCare ? selfCareLimit(context) : totalOf(procedure));
  if (state.proceeding) {
    // What changes the facts puts the proposal back; the periodic recheck looks at the same facts.
    const views = reason.kind !== 'recheck' && state.proceeding.proposal ? [{ name: 'viewsAnswer' as const }] : [];
    const sooner = state.deadlines
      .filter(({ name }) => name === 'proceeding')
      .every((open) => open.lastDay > asked.lastDay);
    const started = selfCare && sooner ? [asked] : [];
    return [happened(context, 'proceedingWidened', { reason }, { stopped: views, started })];
  }
  const proceeding: Proceeding = { no: state.proceedings + 1, openedOn: today, regime, procedure, reasons: [reason] };
  return [happened(context, 'proceedingOpened', { proceeding }, { started: [asked] })];
}

const totalOf = ({ limits }: Procedure): Limit => limits.total ?? standingLimits.proceeding;

/** Self-care that has changed is tested anew within ten working days [D43 §23]. */
function selfCareLimit({ law, today }: Context): Limit {
  const { value, source } = valueOn(law.parameters, 'tekun.selfCareReassessment', today);
  return { count: value, unit: 'workingDay', source };
}
