import { dibaoProcedure } from './dibao.ts';
import { days, usualLimits, workingDays } from './limits.ts';
import type { Procedure } from './procedure.ts';
import { type Regime, since } from './regimes.ts';

/**
 * Full support 特困人员救助供养 [D43 §§13–18, 26; before R2021 D178, from memory]: town and district have a limit each, counted from
 * acceptance and from arrival; the opinion hangs from the next working day, again after an objection, and so does an ending.
 */
export function tekunProcedure(regime: Regime, delegated: boolean): Procedure {
  const { appraisal: _byRegime, districtPosting: _dibaoOnly, ...dibao } = dibaoProcedure(regime, delegated);
  const before = !since(regime, 'R2021');
  const town = before ? workingDays(20, 'assumption') : workingDays(15, 'D43 §13');
  return {
    ...dibao,
    kind: 'tekun',
    applicant: 'anyMember',
    investigation: 'parallel',
    appraisal: 'optional',
    opinionCountsFrom: 'acceptance',
    postingCountsFrom: 'opinion',
    objection: 'postAgain',
    limits: {
      ...usualLimits,
      investigation: town,
      opinion: town,
      postingStart: workingDays(1, 'assumption'),
      posting: days(7, before ? 'D178' : 'D43 §15'),
      objection: before ? workingDays(20, 'assumption') : workingDays(15, 'D43 §15'),
      districtDecision: before ? workingDays(20, 'assumption') : workingDays(15, 'D43 §16'),
      notice: workingDays(3, before ? 'assumption' : 'D43 §18'),
    },
    publication: !before,
    visitsDoubtful: false,
    spotCheck: 'tekun.spotCheckShare',
    recheck: 'recheck.tekun',
    gradualExit: false,
    endingPosted: !before,
    selfCare: true,
  };
}
