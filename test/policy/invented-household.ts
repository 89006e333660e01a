import { plainDate } from '../../policy/dates.ts';
import type { HouseholdFacts, Member } from '../../policy/eligibility/facts.ts';
import { type Fen, yuan } from '../../policy/money.ts';
import { type ParameterName, type ParameterSnapshot } from '../../policy/parameters/snapshot.ts';
import { snapshotFor } from '../../policy/parameters/snapshot-for.ts';
import type { ParameterValues } from '../../policy/parameters/generated.ts';

export const changzhou = snapshotFor(['320400']);

/** The city's parameters with one value for all time, as the worked examples give their own standards. */
export const withValue = <N extends ParameterName>(name: N, value: ParameterValues[N]): ParameterSnapshot => ({
  ...changzhou,
  values: { ...changzhou.values, [name]: [{ from: '2012-12-12', value, source: 'worked example' }] },
});

export const withStandard = (inYuan: number): ParameterSnapshot => withValue('dibao.standard', yuan(inYuan));

/** An adult of working age without income, unless told otherwise. */
export const member = (personId: string, given: Partial<Member> = {}): Member => ({
  personId,
  relation: 'other',
  legalDutyOfSupport: true,
  birthDate: plainDate('1982-05-04'),
  incomes: [],
  ...given,
});

export const head = (given: Partial<Member> = {}): Member => member('p1', { relation: 'head', ...given });

/** A household that owns nothing, unless told otherwise. */
export const household = (members: readonly Member[], given: Partial<HouseholdFacts> = {}): HouseholdFacts => ({
  members,
  financialAssets: yuan(0),
  vehicles: [],
  homes: 1,
  shops: 0,
  companyInterests: [],
  ...given,
});

export const wage = (annual: Fen) => ({ incomes: [{ type: 'wage' as const, annual }], monthsWorked: 12 });
