import { type AmountPart, amountParts, type Assessment, type Share } from '../../policy/assessment/assessment.ts';
import { incomeSteps } from '../../policy/assessment/explain-amount.ts';
import { type Condition, explain } from '../../policy/eligibility/condition.ts';
import { kinds } from '../../policy/kinds.ts';
import type { Fen, Ratio } from '../../policy/money.ts';
import { addRatios, compareRatios, formatYuan, halfUpToFen, ratio, subtractRatios } from '../../policy/money.ts';
import type { DocumentInput } from './document-input.ts';
import { nameOf } from './document-input.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import type { Section } from './page.ts';
import { listTable, numbered, paragraph, section } from './page.ts';
import { topUpWords } from './wording.ts';

/** 1,340.00元 */
export const inYuan = (amount: Fen): string => `${formatYuan(amount)}元`;

/** An amount not yet rounded, shown to the fen. */
const shown = (amount: Ratio): string => formatYuan(halfUpToFen(amount));

const explained = (conditions: readonly Condition[]): Markup =>
  numbered(
    conditions.map((condition) => {
      const { zh } = explain(condition);
      return condition.met ? zh : markup`<span class="failed">${zh}</span>`;
    }),
  );

/** Every condition with value, limit and article. */
export const conditionsSection = (heading: string, assessment: Assessment | undefined): Section | undefined =>
  assessment && section(heading, explained(assessment.conditions));

/** The conditions that failed first, by themselves; then those that were met. */
export function failedFirst(assessment: Assessment | undefined): Markup | undefined {
  if (assessment === undefined) return undefined;
  const failed = assessment.conditions.filter(({ met }) => !met);
  const met = assessment.conditions.filter((condition) => condition.met);
  return markup`${
    failed.length > 0 ? markup`${paragraph('经核定，下列条件不符合规定：')}${explained(failed)}` : undefined
  }${met.length > 0 ? markup`${paragraph(failed.length > 0 ? '其余条件核定如下：' : '条件核定如下：')}${explained(met)}` : undefined}`;
}

const shareRow = (input: DocumentInput, share: Share) => [
  nameOf(input, share.personId),
  shown(subtractRatios(share.share, ratio(share.topUp))),
  share.topUpReason === null ? '—' : `${formatYuan(share.topUp)}（${topUpWords[share.topUpReason]}）`,
  shown(share.share),
];

/** How an amount came about, as its kind reckons it; nothing where there is no right or no money. */
export function computationSection(
  heading: string,
  input: DocumentInput,
  assessment: Assessment | undefined,
): Section | undefined {
  if (assessment === undefined || assessment.amount === 0) return undefined;
  if (assessment.shares.length > 0) return section(heading, ...sharesOf(input, assessment));
  const { parts = [] } = assessment;
  if (parts.length > 0) return section(heading, partsOf(assessment, parts));
  return assessment.kind === 'dibaoSinglePerson' ? section(heading, aloneOf(input, assessment)) : undefined;
}

/** Dibao: standard, members, income, each member's part with the extra, and the rounding. */
function sharesOf(input: DocumentInput, assessment: Assessment): readonly Markup[] {
  const { countedMembers, annualIncome, perCapitaMonthly, standard, amount, shares } = assessment;
  return [
    ...incomeSteps(assessment).map(({ zh }) => paragraph(`${zh}。`)),
    paragraph(
      `最低生活保障标准为每人每月${inYuan(standard)}，共同生活家庭成员${countedMembers.length}人（${countedMembers
        .map((personId) => nameOf(input, personId))
        .join('、')}），近十二个月家庭可支配收入${inYuan(annualIncome)}，月人均收入${shown(perCapitaMonthly)}元。`,
    ),
    listTable(
      ['家庭成员', '补差部分（元/月）', '分类施保（元/月）', '小计（元/月）'],
      [
        ...shares.map((share) => shareRow(input, share)),
        ['合计（见分进元）', '', '', markup`<b>${formatYuan(amount)}</b>`],
      ],
      [1, 2, 3],
    ),
    paragraph(
      '补差部分为保障标准减去月人均收入之差，按规定全额计算的成员为保障标准；各项按四舍五入列示到分，合计以未舍入的数额相加后见分进元。',
    ),
  ];
}

/** The other kinds: the pieces of the amount, deductions below 0, and the sum. */
function partsOf({ kind, amount }: Assessment, parts: readonly AmountPart[]): Markup {
  const unit = kinds[kind].payment === 'monthly' ? '元/月' : '元';
  const exact = parts.reduce((sum, part) => addRatios(sum, part.amount), ratio(0));
  const rounded = compareRatios(exact, ratio(amount)) !== 0;
  return listTable(
    ['项目', `金额（${unit}）`],
    [
      ...parts.map(({ name, amount: part }) => [amountParts[name].zh, shown(part)]),
      [rounded ? '合计（见分进元）' : '合计', markup`<b>${formatYuan(amount)}</b>`],
    ],
    [1],
  );
}

/** One person alone: the standard less the own income. */
function aloneOf(input: DocumentInput, { countedMembers, perCapitaMonthly, standard, amount }: Assessment): Markup {
  const name = countedMembers.map((personId) => nameOf(input, personId)).join('、');
  return paragraph(
    `最低生活保障标准为每人每月${inYuan(standard)}，${name}本人月收入${shown(perCapitaMonthly)}元，两者之差见分进元，为每月${inYuan(amount)}。`,
  );
}
