import { days, usualLimits, workingDays } from './limits.ts';
import type { Procedure } from './procedure.ts';
import { type Regime, since } from './regimes.ts';

/** What does not differ by regime. */
const dibao = {
  kind: 'dibao',
  mode: 'normal',
  verification: 'always',
  survey: 'atHome',
  opinion: true,
  opinionCountsFrom: 'investigation',
  posting: true,
  objection: 'forward',
  spotCheck: 'dibao.spotCheckShare',
  benefitFrom: 'nextMonth',
  publication: true,
  term: 'open',
  recheck: 'byClass',
  gradualExit: true,
  endingPosted: false,
  papersAfterPayment: false,
  selfCare: false,
} as const satisfies Partial<Procedure>;

const r2012: Procedure = {
  ...dibao,
  regime: 'R2012',
  delegated: false,
  decider: 'district',
  applicant: 'head',
  investigation: 'verificationFirst',
  appraisal: 'always',
  postingCountsFrom: 'appraisal',
  limits: {
    verificationRequest: workingDays(3, 'assumption'),
    verificationStart: workingDays(3, 'assumption'),
    verificationResult: workingDays(7, 'assumption'),
    investigation: workingDays(10, 'D220 §18'),
    appraisal: workingDays(5, 'D220 §21'),
    opinion: workingDays(1, 'assumption'),
    postingStart: workingDays(1, 'assumption'),
    posting: days(7, 'D220 §25'),
    objection: workingDays(20, 'assumption'),
    forward: workingDays(1, 'assumption'),
    districtOpinion: workingDays(5, 'D220 §26'),
    districtDecision: workingDays(5, 'D220 §26'),
    notice: days(3, 'D220 §26'),
  },
  districtPosting: {
    posting: days(7, 'D220 §29'),
    decision: workingDays(3, 'D220 §29'),
    objection: workingDays(20, 'D220 §29'),
  },
  visitsDoubtful: true,
};

const r2021: Procedure = {
  ...dibao,
  regime: 'R2021',
  delegated: false,
  decider: 'district',
  applicant: 'anyMember',
  investigation: 'parallel',
  appraisal: 'onObjection',
  postingCountsFrom: 'acceptance',
  limits: {
    ...usualLimits,
    verificationStart: workingDays(3, 'D57 §17'),
    surveyStart: workingDays(3, 'D57 §15'),
    investigation: workingDays(10, 'assumption'),
    opinion: workingDays(1, 'assumption'),
    postingStart: workingDays(12, 'assumption'),
    posting: days(7, 'D57 §19'),
    districtDecision: workingDays(10, 'D57 §20'),
    notice: workingDays(3, 'D57 §21'),
    total: workingDays(30, 'D57 §22'),
    special: workingDays(45, 'D57 §22'),
  },
  visitsDoubtful: false,
};

/** What the notice of 2022 [N22] changed: a delegated town decides within 20 working days; under it the city speeds up verification. */
const limits2022 = (delegated: boolean) => ({
  verificationResult: workingDays(7, 'CZ24'),
  total: workingDays(delegated ? 20 : 30, 'N22 四(一)'),
  special: workingDays(45, 'N22 四(一)'),
});

/**
 * The procedure 程序 of dibao under `regime`: each inherits what the ones before it began. Delegation to towns is known only from
 * R2021 on [D57 §2]; before, a delegated town changes nothing.
 */
export function dibaoProcedure(regime: Regime, delegated: boolean): Procedure {
  if (!since(regime, 'R2021')) return r2012;
  return {
    ...r2021,
    regime,
    delegated,
    decider: delegated ? 'town' : 'district',
    limits: {
      ...r2021.limits,
      ...(since(regime, 'R2022') && limits2022(delegated)),
      ...(since(regime, 'R2026b') && { notice: workingDays(3, 'D57 §21, L26 §45') }),
    },
  };
}

/** Single-person dibao 单人保 goes the way of dibao; no gradual exit, which is the household's [N22 一(三)]. */
export const singlePersonProcedure = (regime: Regime, delegated: boolean): Procedure => ({
  ...dibaoProcedure(regime, delegated),
  kind: 'dibaoSinglePerson',
  gradualExit: false,
});

/** Households on the edge 低保边缘 go the way of dibao, rechecks included (policy.md §3.4, assumption). */
export const edgeProcedure = (regime: Regime, delegated: boolean): Procedure => ({
  ...dibaoProcedure(regime, delegated),
  kind: 'dibaoEdge',
  gradualExit: false,
});
