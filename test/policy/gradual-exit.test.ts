import { assessDibao } from '../../policy/amounts/dibao.ts';
import { monthOf, plainDate } from '../../policy/dates.ts';
import { explain } from '../../policy/eligibility/condition.ts';
import { mayGradualExit } from '../../policy/eligibility/gradual-exit.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import { changzhou, head, household } from './invented-household.ts';

const exit = (
  facts: HouseholdFacts,
  day: string,
  circumstances = { tookUpWork: true, withinPovertyAlleviation: false },
) => {
  const date = plainDate(day);
  const assessment = assessDibao(facts, { assessedOn: date, benefitMonth: monthOf(date) }, changzhou);
  const { allowed, maxMonths, conditions } = mayGradualExit(assessment, circumstances, date, changzhou);
  return { allowed, maxMonths, failed: conditions.filter(({ met }) => !met).map(({ id }) => id) };
};
const earning = (perMonth: number, given: Partial<HouseholdFacts> = {}) =>
  household([head({ incomes: [{ type: 'business', annual: yuan(perMonth * 12) }] })], given);

const tookUpWorkSaid = (tookUpWork: boolean) => {
  const on = { assessedOn: plainDate('2026-09-18'), benefitMonth: monthOf(plainDate('2026-10-01')) };
  const { conditions } = mayGradualExit(
    assessDibao(earning(1400), on, changzhou),
    { tookUpWork },
    on.assessedOn,
    changzhou,
  );
  return conditions.filter(({ id }) => id === 'tookUpWork').map((condition) => explain(condition).zh);
};

describe('a gradual exit', () => {
  it('W15 a: had up to 24 months for people within the poverty-alleviation period, and none for others', () => {
    const people = { tookUpWork: false, withinPovertyAlleviation: true };
    expect(exit(earning(1000), '2020-08-12', people)).toEqual({ allowed: true, maxMonths: 24, failed: [] });
    expect(exit(earning(1000), '2020-08-12')).toEqual({
      allowed: false,
      maxMonths: 0,
      failed: ['gradualExitProvided'],
    });
  });

  it('W15 b, c: has up to 6 months below 1.5 standards, and none at 1,900 yuan', () => {
    expect(exit(earning(1400), '2026-09-18')).toEqual({ allowed: true, maxMonths: 6, failed: [] });
    expect(exit(earning(1900), '2026-09-18')).toEqual({
      allowed: false,
      maxMonths: 6,
      failed: ['incomeBelowExitCeiling'],
    });
  });

  it('begins at the standard itself and ends before one and a half of it', () => {
    expect(exit(earning(1215), '2026-09-18').allowed).toBe(true);
    expect(exit(earning(1214), '2026-09-18').failed).toEqual(['incomeNotBelowStandard']);
    const almost = household([head({ incomes: [{ type: 'business', annual: yuan(21_869) }] })]);
    expect(exit(almost, '2026-09-18').allowed).toBe(true);
    const atCeiling = household([head({ incomes: [{ type: 'business', annual: yuan(21_870) }] })]);
    expect(exit(atCeiling, '2026-09-18').failed).toEqual(['incomeBelowExitCeiling']);
  });

  it('needs work taken up since 2021-07-01', () => {
    const without = { tookUpWork: false, withinPovertyAlleviation: false };
    expect(exit(earning(1000), '2021-07-01', without).failed).toEqual(['tookUpWork']);
    expect(exit(earning(1000), '2021-07-01').allowed).toBe(true);
    expect(tookUpWorkSaid(false)).toEqual(['因就业增收：否，应为“是”，不符合（民发〔2022〕83号 一(三)）']);
  });

  it('is not for a household whose property no longer fits', () => {
    expect(exit(earning(1400, { vehicles: [{ kind: 'car' }] }), '2026-09-18').failed).toEqual(['noVehicle']);
  });
});
