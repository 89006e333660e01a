import { z } from 'zod';
import { plainDate, yearMonth } from '../../../contracts/http/values.ts';
import { assess } from '../../../policy/assessment/assess.ts';
import type { Assessment } from '../../../policy/assessment/assessment.ts';
import { explainAmount } from '../../../policy/assessment/explain-amount.ts';
import { addToMonth, monthOf, nextMonth } from '../../../policy/dates.ts';
import { builtInCalendar } from '../../../policy/calendar/built-in.ts';
import { classify } from '../../../policy/classification/classify.ts';
import { nextKinds } from '../../../policy/classification/next-kinds.ts';
import { explain } from '../../../policy/eligibility/condition.ts';
import { conditionFacts } from '../../../policy/eligibility/condition-facts.ts';
import { edgeEligible } from '../../../policy/eligibility/edge.ts';
import { mayGradualExit } from '../../../policy/eligibility/gradual-exit.ts';
import { parseIdentityNumber } from '../../../policy/identity-number.ts';
import { kindNames } from '../../../policy/kinds.ts';
import { type Limit, startClock } from '../../../policy/lifecycle/deadlines.ts';
import { remainderAfterDeath } from '../../../policy/amounts/dibao.ts';
import type { Ratio } from '../../../policy/money.ts';
import { parameters } from '../../../policy/parameters/generated.ts';
import { type ParameterName, valueOn } from '../../../policy/parameters/snapshot.ts';
import { procedureOn } from '../../../policy/procedures/procedure-for.ts';
import { amountQuestions } from './amount-questions.ts';
import { caseFacts, person } from './case-facts.ts';
import { question, type ReadCase } from './question.ts';

const fen = z.int();
const ids = z.array(z.string());
/** Fen; a fraction of them as `{ num, den }`. */
const exact = z.union([fen, z.strictObject({ num: z.int(), den: z.int().min(2) })]);
const conditions = z.array(z.enum(Object.keys(conditionFacts) as [keyof typeof conditionFacts]));

/** `benefitMonth`: the month after the day of assessment, if not said. */
const on = z
  .strictObject({ assessedOn: plainDate, benefitMonth: yearMonth.exactOptional(), regimeOn: plainDate.exactOptional() })
  .transform((given) => ({ benefitMonth: nextMonth(monthOf(given.assessedOn)), ...given }));
const kind = z.enum(kindNames as [(typeof kindNames)[number]]);

const shown = ({ num, den }: Ratio): number | Ratio => (den === 1 ? num : { num, den });
/** Articles of conditions, by condition. */
const articles = z.record(z.string(), z.string());
const articlesOf = (tested: Assessment['conditions']): Readonly<Record<string, string>> =>
  Object.fromEntries(tested.map(({ id, article }) => [id, article]));
const failedIn = (tested: Assessment['conditions']): string[] => tested.filter(({ met }) => !met).map(({ id }) => id);

const assessment = question(
  { kind, person: person.exactOptional(), on, facts: caseFacts },
  {
    eligible: z.boolean(),
    amount: fen,
    /** Conditions not met. */
    failed: conditions,
    countedMembers: ids,
    annualIncome: fen,
    perCapita: exact,
    standard: fen,
    /** Extra of each member who has one. */
    topUps: z.record(person, z.tuple([z.string(), fen])),
    /** Pieces of the amount, by name. */
    parts: z.record(z.string(), exact),
    validTo: plainDate,
    doubts: ids,
    articles,
    /** Conditions in the Chinese words of a letter, by condition. */
    explained: z.record(z.string(), z.string()),
    /** How the amount came about, in Chinese. */
    steps: z.array(z.string()),
  },
  ({ kind, person, on, facts }, law) => {
    const found = assess(kind, facts, on, law, person);
    return {
      ...found,
      failed: failedIn(found.conditions),
      perCapita: shown(found.perCapitaMonthly),
      topUps: Object.fromEntries(
        found.shares.flatMap((of) => (of.topUpReason === null ? [] : [[of.personId, [of.topUpReason, of.topUp]]])),
      ),
      parts: Object.fromEntries((found.parts ?? []).map(({ name, amount }) => [name, shown(amount)])),
      doubts: found.doubts.map(({ id, personId }) => `${id} ${personId}`),
      articles: articlesOf(found.conditions),
      explained: Object.fromEntries(found.conditions.map((one) => [one.id, explain(one).zh])),
      steps: explainAmount(found).map(({ zh }) => zh),
    };
  },
);

const edge = question({ on, facts: caseFacts }, { eligible: z.boolean(), failed: conditions }, ({ on, facts }, law) => {
  const { eligible, conditions } = edgeEligible(facts, on, law);
  return { eligible, failed: failedIn(conditions) };
});

const asWords = ({ kind, personId }: { readonly kind: string; readonly personId?: string }): string =>
  personId === undefined ? kind : `${kind} ${personId}`;

/** One application looked through; a kind given by person reads `tekun p2`. */
const classification = question(
  { on, facts: caseFacts },
  {
    kinds: ids,
    /** Kinds that nobody can judge yet, with what is missing. */
    undetermined: z.record(z.string(), ids),
    /** Departments to be asked, by difficulty, with the article. */
    referrals: z.record(z.string(), z.string()),
    /** Amounts of what fits, in fen. */
    amounts: z.record(z.string(), fen),
  },
  ({ on, facts }, law) => {
    const { kinds, assessments, undetermined, referrals } = classify(facts, on, law);
    return {
      amounts: Object.fromEntries(
        assessments.flatMap((of) => (of.eligible && of.amount > 0 ? [[asWords(of), of.amount]] : [])),
      ),
      kinds: kinds.map(asWords),
      undetermined: Object.fromEntries(undetermined.map((of) => [asWords(of), of.missing.map(({ path }) => path)])),
      referrals: Object.fromEntries(referrals.map(({ difficulty, article }) => [difficulty, article])),
    };
  },
);

/** What fits instead of a kind that was refused or ended, for one person where `person` is given. */
const instead = question(
  { on, facts: caseFacts, except: kind, person: person.exactOptional() },
  { kinds: ids },
  ({ on, facts, except, person }, law) => ({ kinds: nextKinds(facts, on, law, except, person).map(asWords) }),
);

const circumstances = z
  .strictObject({ tookUpWork: z.boolean(), withinPovertyAlleviation: z.boolean() })
  .partial()
  .transform((given) => ({
    tookUpWork: given.tookUpWork ?? false,
    withinPovertyAlleviation: given.withinPovertyAlleviation ?? false,
  }));

/** On the day the proceeding opened; `decidedOn` the same day if not said. */
const gradualExit = question(
  { on, facts: caseFacts, circumstances, decidedOn: plainDate.exactOptional() },
  {
    allowed: z.boolean(),
    maxMonths: z.int(),
    failed: conditions,
    articles,
    /** Where it is allowed, for the longest that may be granted. */
    firstMonth: yearMonth,
    lastMonth: yearMonth,
  },
  ({ on, facts, circumstances, decidedOn = on.assessedOn }, law) => {
    const found = assess('dibao', facts, on, law);
    const { allowed, maxMonths, conditions } = mayGradualExit(found, circumstances, on.assessedOn, law);
    const firstMonth = nextMonth(monthOf(decidedOn));
    return {
      allowed,
      maxMonths,
      failed: failedIn(conditions),
      articles: articlesOf(conditions),
      ...(allowed && { firstMonth, lastMonth: addToMonth(firstMonth, maxMonths - 1) }),
    };
  },
);

const afterDeath = question({ on, facts: caseFacts, person }, { amount: fen }, ({ on, facts, person }, law) => ({
  amount: remainderAfterDeath(assess('dibao', facts, on, law), person),
}));

const days = { from: plainDate, count: z.int().min(0), unit: z.enum(['workingDay', 'day', 'month']) };
const last = { lastDay: plainDate, provisional: z.boolean() };
const deadline = question(days, last, ({ from, count, unit }, parameters) =>
  startClock({ parameters, calendar: builtInCalendar }, 'decision', from, { count, unit, source: 'case' }),
);

/** Which procedure: of a kind, by the law of the day of acceptance, in the town of `place`. */
const whichProcedure = { kind, acceptedOn: plainDate, emergency: z.boolean().default(false) };

/** A limit of a procedure, counted from the day the step before it ended. */
const limit = question(
  { ...whichProcedure, from: plainDate, limit: z.string() },
  { ...last, none: z.literal(true), regime: z.string(), source: z.string() },
  ({ kind, acceptedOn, emergency, from, limit }, parameters) => {
    const { regime, limits, districtPosting } = procedureOn(
      kind,
      acceptedOn,
      parameters,
      emergency ? 'emergency' : undefined,
    );
    const all: Partial<Record<string, Limit>> = {
      ...limits,
      ...(districtPosting && {
        districtPosting: districtPosting.posting,
        afterDistrictPosting: districtPosting.decision,
        districtObjection: districtPosting.objection,
      }),
    };
    const found = all[limit];
    if (found === undefined) return { regime, none: true };
    const { lastDay, provisional } = startClock({ parameters, calendar: builtInCalendar }, 'decision', from, found);
    return { regime, lastDay, provisional, source: found.source };
  },
);

/** How a case goes: who decides, which steps there are. `decidedOn` asks for the first month of the benefit. */
const procedure = question(
  { ...whichProcedure, decidedOn: plainDate.exactOptional() },
  {
    regime: z.string(),
    mode: z.enum(['normal', 'emergency', 'epidemic']),
    decider: z.enum(['town', 'district', 'byAmount']),
    applicant: z.enum(['head', 'anyMember']),
    investigation: z.enum(['verificationFirst', 'parallel']),
    verification: z.enum(['always', 'unlessKnown', 'none']),
    survey: z.enum(['atHome', 'remoteAllowed', 'none']),
    appraisal: z.enum(['always', 'onObjection', 'optional', 'never']),
    posting: z.boolean(),
    objection: z.enum(['forward', 'postAgain']),
    term: z.enum(['open', 'once', 'limited']),
    firstMonth: yearMonth,
  },
  ({ kind, acceptedOn, emergency, decidedOn }, law) => {
    const found = procedureOn(kind, acceptedOn, law, emergency ? 'emergency' : undefined);
    if (decidedOn === undefined) return found;
    const decided = monthOf(decidedOn);
    return { ...found, firstMonth: found.benefitFrom === 'nextMonth' ? nextMonth(decided) : decided };
  },
);

const name = z.enum(Object.keys(parameters) as [ParameterName, ...ParameterName[]]);
const parameter = question(
  { name, date: plainDate },
  { value: z.unknown(), assumption: z.boolean(), source: z.string() },
  ({ name, date }, law) => {
    const { value, assumption = false, source } = valueOn(law, name, date);
    return { value, assumption, source };
  },
);

const identityNumber = question(
  { number: z.string(), registeredOn: plainDate.exactOptional() },
  { number: z.string(), birthDate: plainDate, sex: z.enum(['male', 'female']), areaCode: z.string(), faults: ids },
  ({ number, registeredOn }) => {
    const read = parseIdentityNumber(number, registeredOn);
    return read.ok ? read : { faults: read.faults.map(({ code }) => code) };
  },
);

/** Every question by its name in a case's `ask`. To add one: say what it needs, what it may expect, how the policy is asked. */
export const questions: Readonly<Record<string, ReadCase>> = {
  assess: assessment,
  edge,
  classify: classification,
  nextKinds: instead,
  gradualExit,
  afterDeath,
  deadline,
  limit,
  procedure,
  parameter,
  identityNumber,
  ...amountQuestions,
};
