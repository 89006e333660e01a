import type { PlainDate } from '../dates.ts';
import { type Fen, fen, type Ratio, ratio } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import { type Condition, testCondition } from './condition.ts';
import type { HouseholdFacts, IncomeType, Member } from './facts.ts';
import { annualIncome, standardOn } from './income.ts';
import { propertyConditions } from './property.ts';

/** What one person has alone, tested like a household of one. */
export interface OwnMeans {
  /** Countable own income of the past 12 months, fen. */
  readonly annualIncome: Fen;
  /** The same a month, exact. */
  readonly monthlyIncome: Ratio;
  /** Own income below the standard, own property within the limit of dibao. */
  readonly conditions: readonly Condition[];
}

/** Where the tests of own income and own property stand in the law. */
interface MeansRule {
  readonly incomeArticle: string;
  /** Where property is another law's than that of dibao. */
  readonly propertyArticle?: string;
  /** Kinds of income not counted, where the list is another than that of dibao. */
  readonly leftOut?: readonly IncomeType[];
}

/**
 * The household as if this person were alone in it. What is held in common belongs to the head and the spouse, half each
 * (Civil Code §1062); to others only what is in their own name. A half fen is rounded up, which changes no comparison.
 */
function aloneIn(facts: HouseholdFacts, person: Member): HouseholdFacts {
  const holds = person.relation === 'head' || person.relation === 'spouse';
  const holders = facts.members.some(({ relation }) => relation === 'spouse') ? 2 : 1;
  return {
    members: [person],
    financialAssets: fen(holds ? Math.ceil(facts.financialAssets / holders) : 0),
    vehicles: facts.vehicles.filter(({ ownerId }) => (ownerId === undefined ? holds : ownerId === person.personId)),
    homes: holds ? facts.homes : 0,
    shops: holds ? facts.shops : 0,
    companyInterests: facts.companyInterests,
  };
}

/** Own income (strictly below the standard) and own property of one person (民发〔2021〕43号 §§6–7, 民发〔2021〕57号 §8). */
export function ownMeans(
  facts: HouseholdFacts,
  person: Member,
  on: { readonly assessedOn: PlainDate; readonly regimeOn: PlainDate },
  rule: MeansRule,
  snapshot: ParameterSnapshot,
): OwnMeans {
  const { assessedOn, regimeOn } = on;
  const annual = annualIncome([person], assessedOn, regimeOn, snapshot, rule.leftOut);
  const monthlyIncome = ratio(annual, 12);
  const { personId } = person;
  const property = propertyConditions(
    aloneIn(facts, person),
    [person],
    'dibao.financialAssetsLimit',
    assessedOn,
    snapshot,
    regimeOn,
  );
  return {
    annualIncome: annual,
    monthlyIncome,
    conditions: [
      testCondition({
        id: 'ownIncomeBelowStandard',
        article: rule.incomeArticle,
        value: monthlyIncome,
        limit: ratio(standardOn(snapshot, assessedOn)),
        comparison: '<',
        personId,
      }),
      ...property.map((condition) => ({
        ...condition,
        id: condition.id === 'financialAssetsWithinLimit' ? 'ownFinancialAssetsWithinLimit' : condition.id,
        article: rule.propertyArticle ?? condition.article,
        personId,
      })),
    ],
  };
}
