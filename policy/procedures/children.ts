import type { Kind } from '../kinds.ts';
import { dibaoProcedure } from './dibao.ts';
import { usualLimits, workingDays } from './limits.ts';
import type { Procedure } from './procedure.ts';
import type { Regime } from './regimes.ts';

/**
 * Allowances for orphans and for children without care in fact 孤儿、事实无人抚养儿童 [C62 二; orphans alike: assumption]: the town checks
 * the records, the district decides; nothing is shown in the village, so that the child stays unknown.
 */
export function childrenProcedure(
  kind: Extract<Kind, 'orphan' | 'deFactoUnattendedChild'>,
  regime: Regime,
  delegated: boolean,
): Procedure {
  const { districtPosting: _dibaoOnly, spotCheck: _dibao, ...dibao } = dibaoProcedure(regime, delegated);
  const step = workingDays(15, 'C62 二');
  return {
    ...dibao,
    kind,
    applicant: 'anyMember',
    investigation: 'parallel',
    survey: 'none',
    appraisal: 'never',
    opinionCountsFrom: 'acceptance',
    posting: false,
    publication: false,
    limits: {
      ...usualLimits,
      investigation: step,
      opinion: step,
      postingStart: workingDays(1, 'assumption'),
      posting: dibao.limits.posting,
      districtDecision: step,
    },
    visitsDoubtful: false,
    recheck: 'recheck.children',
    gradualExit: false,
  };
}
