import { dibaoProcedure } from '../procedures/dibao.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { regimeOn } from '../procedures/regimes.ts';
import { valueOn } from '../parameters/snapshot.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { startClock } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import type { Proceeding } from './state.ts';

/** The procedure of what opens today in the town where the household lives now. */
export const procedureToday = ({ law, today }: Context): Procedure =>
  dibaoProcedure(regimeOn(today), valueOn(law.parameters, 'authority.dibao', today).value === 'town');

/**
 * Opens a recheck or change 复核、变更 under the regime of today (R-REG), or widens the one under way by another reason.
 * Where the regime limits only the steps, the whole proceeding gets the 30 working days of the later ones (assumption).
 */
export function openProceeding(context: Context, reason: Proceeding['reasons'][number]): readonly CaseEvent[] {
  const { state, law, today } = context;
  if (state.proceeding) {
    // What changes the facts puts the proposal back; the periodic recheck looks at the same facts.
    const views = reason.kind !== 'recheck' && state.proceeding.proposal ? [{ name: 'viewsAnswer' as const }] : [];
    return [happened(context, 'proceedingWidened', { reason }, { stopped: views })];
  }
  const procedure = procedureToday(context);
  const { regime } = procedure;
  const limit = procedure.limits.total ?? { count: 30, unit: 'workingDay' as const, source: 'assumption' };
  const proceeding: Proceeding = { no: state.proceedings + 1, openedOn: today, regime, procedure, reasons: [reason] };
  return [
    happened(context, 'proceedingOpened', { proceeding }, { started: [startClock(law, 'proceeding', today, limit)] }),
  ];
}
