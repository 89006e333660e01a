import { dibaoProcedure } from './dibao.ts';
import { days, usualLimits, workingDays } from './limits.ts';
import type { Procedure } from './procedure.ts';
import type { Regime } from './regimes.ts';

/**
 * Rigid-expenditure households 刚性支出困难家庭 [R24 §§8, 10]: 30 working days, 45 in hard cases, steps and posting as dibao
 * (assumption); the recognition ends by itself and is not rechecked.
 */
export function rigidProcedure(regime: Regime, delegated: boolean): Procedure {
  const { recheck: _none, spotCheck: _dibao, ...dibao } = dibaoProcedure(regime, delegated);
  return {
    ...dibao,
    kind: 'rigidExpenditure',
    limits: {
      ...dibao.limits,
      ...usualLimits,
      surveyStart: workingDays(3, 'assumption'),
      posting: days(7, 'assumption'),
      districtDecision: workingDays(10, 'assumption'),
      total: workingDays(30, 'R24 §8'),
      special: workingDays(45, 'R24 §8'),
    },
    term: 'limited',
    gradualExit: false,
  };
}
