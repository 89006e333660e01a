import { z } from 'zod';
import { plainDate, yearMonth } from '../../../contracts/http/values.ts';
import { type Beneficiary, priceSubsidyOf, subsidyPayments } from '../../../policy/amounts/price-subsidy.ts';
import { checkStandard, checkTekunStandard } from '../../../policy/amounts/standards.ts';
import { conditionFacts } from '../../../policy/eligibility/condition-facts.ts';
import type { Condition } from '../../../policy/eligibility/condition.ts';
import { temporaryAssistanceMode, temporaryForm } from '../../../policy/eligibility/temporary-assistance.ts';
import { kindNames } from '../../../policy/kinds.ts';
import { fen } from '../../../policy/money.ts';
import { priceSubsidyGroups } from '../../../policy/parameters/price-subsidy-groups.ts';
import { authority } from '../../../policy/procedures/authority.ts';
import { caseFacts, person } from './case-facts.ts';
import { question, type ReadCase } from './question.ts';

const failed = z.array(z.enum(Object.keys(conditionFacts) as [keyof typeof conditionFacts]));
const failedIn = (tested: readonly Condition[]): string[] => tested.filter(({ met }) => !met).map(({ id }) => id);
/** `46` for 4.6%. */
const tenths = z.number();

/** What temporary assistance is asked for, by the facts, and how its procedure runs. */
const temporary = question(
  { appliedOn: plainDate, facts: caseFacts },
  { form: z.enum(['quickAid', 'emergency', 'expenditure']), mode: z.enum(['normal', 'emergency', 'epidemic']) },
  ({ appliedOn, facts }, law) => ({
    form: temporaryForm(facts, appliedOn, law),
    mode: temporaryAssistanceMode(facts, appliedOn, law),
  }),
);

const decider = question(
  { kind: z.enum(kindNames as [(typeof kindNames)[number]]), amount: z.int(), on: plainDate },
  { decider: z.enum(['town', 'district']) },
  ({ kind, amount, on }, law) => ({ decider: authority(kind, fen(amount), on, law) }),
);

const priceSubsidy = question(
  {
    month: yearMonth,
    publishedOn: plainDate,
    cpi: tenths,
    scpi: tenths.exactOptional(),
    levelOneResponse: z.boolean().exactOptional(),
  },
  { due: z.boolean(), amount: z.int(), lastPayDay: plainDate, standard: z.int(), failed },
  (index, law) => {
    const { conditions, ...subsidy } = priceSubsidyOf(index, law);
    return { ...subsidy, failed: failedIn(conditions) };
  },
);

/** Persons of household `p1` and so on, by the groups they are in. */
const payments = question(
  {
    month: yearMonth,
    people: z.array(
      z.strictObject({ personId: person, householdId: person, groups: z.array(z.enum(priceSubsidyGroups)) }),
    ),
  },
  { count: z.int(), persons: z.array(z.string()), households: z.array(z.string()) },
  ({ month, people }: { readonly month: z.output<typeof yearMonth>; readonly people: readonly Beneficiary[] }, law) => {
    const found = subsidyPayments(people, month, law);
    return {
      count: found.length,
      persons: found.flatMap((payment) => (payment.to === 'person' ? [payment.personId] : [])),
      households: found.flatMap((payment) => (payment.to === 'household' ? [payment.householdId] : [])),
    };
  },
);

const proposal = { from: plainDate, amount: z.int() };
const checked = { outcome: z.enum(['ok', 'warned', 'refused']), failed, lowestAllowed: z.int() };

const standard = question(proposal, { ...checked, lowestWithoutWarning: z.int() }, ({ from, amount }, law) => {
  const { conditions, ...check } = checkStandard({ from, amount: fen(amount) }, law);
  return { ...check, failed: failedIn(conditions) };
});

const tekunStandard = question(
  { ...proposal, dibaoStandard: z.int().exactOptional() },
  checked,
  ({ from, amount, dibaoStandard }, law) => {
    const proposed = { from, amount: fen(amount) };
    const { conditions, ...check } =
      dibaoStandard === undefined
        ? checkTekunStandard(proposed, law)
        : checkTekunStandard(proposed, law, fen(dibaoStandard));
    return { ...check, failed: failedIn(conditions) };
  },
);

/** Questions about amounts of temporary assistance, price subsidies and the standards themselves. */
export const amountQuestions = {
  temporary,
  decider,
  priceSubsidy,
  payments,
  standard,
  tekunStandard,
} satisfies Readonly<Record<string, ReadCase>>;
