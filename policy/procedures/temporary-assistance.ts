import type { PlainDate } from '../dates.ts';
import type { Mode } from '../kinds.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { dibaoProcedure } from './dibao.ts';
import { days, usualLimits, workingDays } from './limits.ts';
import type { Procedure } from './procedure.ts';
import type { Regime } from './regimes.ts';

/**
 * Temporary assistance 临时救助 by the ordinary steps [D649 §48, T23, T26 二(二)]: decided by town or district as the amount says; income
 * and property of a household that has help by its means already are not looked into again. Lengths: assumptions.
 */
export function temporaryProcedure(regime: Regime, delegated: boolean): Procedure {
  const {
    districtPosting: _dibaoOnly,
    spotCheck: _dibao,
    recheck: _none,
    ...dibao
  } = dibaoProcedure(regime, delegated);
  return {
    ...dibao,
    kind: 'temporaryAssistance',
    decider: 'byAmount',
    applicant: 'anyMember',
    investigation: 'parallel',
    verification: 'unlessKnown',
    appraisal: 'onObjection',
    postingCountsFrom: 'acceptance',
    limits: {
      ...usualLimits,
      verificationResult: workingDays(5, 'assumption'),
      investigation: workingDays(7, 'assumption'),
      opinion: workingDays(1, 'assumption'),
      postingStart: workingDays(8, 'assumption'),
      posting: dibao.limits.posting,
      districtDecision: workingDays(5, 'assumption'),
    },
    visitsDoubtful: false,
    benefitFrom: 'sameMonth',
    publication: false,
    term: 'once',
    gradualExit: false,
  };
}

/**
 * Quick aid 小额快救 in an emergency [T23 二(一), T26]: apply, pay, record. No means check, no opinion, no posting; decided within
 * days (`temporaryLimits`), holidays included; the papers follow.
 */
export function quickAidProcedure(regime: Regime, delegated: boolean): Procedure {
  return {
    ...temporaryProcedure(regime, delegated),
    mode: 'emergency',
    verification: 'none',
    survey: 'none',
    appraisal: 'never',
    opinion: false,
    posting: false,
    papersAfterPayment: true,
  };
}

const HOURS_A_DAY = 24;

/** Limits that the place sets for temporary assistance on a day (policy.md §3.5): the decision, the posting, the papers afterwards. */
export function temporaryLimits(mode: Mode, on: PlainDate, parameters: ParameterSnapshot) {
  const ordinary = valueOn(parameters, 'temporaryAssistance.decisionLimit', on);
  const posting = valueOn(parameters, 'temporaryAssistance.posting', on);
  const papers = valueOn(parameters, 'temporaryAssistance.recordLimit', on);
  return {
    posting: days(posting.value, posting.source),
    papers: workingDays(papers.value, papers.source),
    total: mode === 'emergency' ? quickAidLimit(on, parameters) : workingDays(ordinary.value, ordinary.source),
  };
}

/** Three days from the opinions of 2026 on; the hours before them are counted in whole days. */
function quickAidLimit(on: PlainDate, parameters: ParameterSnapshot) {
  const before = parameters.values['temporaryAssistance.emergencyHours'].find(
    (row) => row.from <= on && row.to !== undefined && row.to >= on,
  );
  if (before) return days(Math.ceil(before.value / HOURS_A_DAY), before.source);
  const { value, source } = valueOn(parameters, 'temporaryAssistance.emergencyDays', on);
  return days(value, source);
}
