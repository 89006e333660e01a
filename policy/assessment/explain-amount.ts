import type { Wording } from '../eligibility/condition.ts';
import { kinds } from '../kinds.ts';
import { compareRatios, type Fen, fen, formatYuan, halfUpToFen, type Ratio, ratio, subtractRatios } from '../money.ts';
import type { TopUpReason } from '../parameters/top-up-reasons.ts';
import { type AmountPart, amountParts, type Assessment, type Share } from './assessment.ts';

const reasons: Readonly<Record<TopUpReason, Wording>> = {
  severelyIll: { zh: '重病患者', en: 'severely ill' },
  severelyDisabled: { zh: '重度残疾人', en: 'severely disabled' },
  elderly: { zh: '老年人', en: 'old' },
  minor: { zh: '未成年人', en: 'a minor' },
};

/** Shown to the fen; the exact amount is what is rounded at the end. */
const shown = (amount: Ratio | Fen): string => formatYuan(typeof amount === 'number' ? amount : halfUpToFen(amount));

const stepOf = (zh: string, en: string, amount: Ratio | Fen): Wording => ({
  zh: `${zh}${shown(amount)}元`,
  en: `${en} ${shown(amount)} yuan`,
});

/** A member's share where it is not the difference that everybody gets. */
function shareStep({ personId, share, topUp, topUpReason, afterRefusals }: Share, difference: Ratio): Wording[] {
  if (afterRefusals)
    return [
      stepOf(
        `成员${personId}无正当理由连续拒绝合适工作，本人份额减发或停发，计`,
        `member ${personId} refused suitable work again and again, of the own share is left`,
        share,
      ),
    ];
  const isFull = compareRatios(subtractRatios(share, ratio(topUp)), difference) !== 0;
  return [
    ...(isFull
      ? [
          stepOf(
            `成员${personId}按标准全额计算，`,
            `member ${personId} counts at the full standard:`,
            subtractRatios(share, ratio(topUp)),
          ),
        ]
      : []),
    ...(topUpReason === null
      ? []
      : [
          stepOf(
            `成员${personId}分类施保（${reasons[topUpReason].zh}）加发`,
            `member ${personId}, ${reasons[topUpReason].en}, extra`,
            topUp,
          ),
        ]),
  ];
}

/** Tiers come in standards, for each of several persons. */
const inStandards: readonly AmountPart['name'][] = ['emergencyTier', 'expenditureTier'];

function partStep({ name, amount }: AmountPart, standard: Fen): Wording {
  const step = stepOf(amountParts[name].zh, amountParts[name].en, amount);
  if (!inStandards.includes(name)) return step;
  const times = String(amount.num / (amount.den * standard));
  return {
    zh: `${step.zh}（低保标准${shown(standard)}元的${times}倍：档次倍数乘以人数）`,
    en: `${step.en} (${times} times the dibao standard of ${shown(standard)} yuan: the tier by the number of persons)`,
  };
}

function monthlyDifference({ standard, perCapitaMonthly }: Assessment): Wording {
  const difference = shown(subtractRatios(ratio(standard), perCapitaMonthly));
  const income = shown(perCapitaMonthly);
  return {
    zh: `每人差额：标准${shown(standard)}元，减月人均收入${income}元，为${difference}元`,
    en: `difference a head: standard ${shown(standard)} yuan less income ${income} yuan is ${difference} yuan`,
  };
}

/** Where something was taken off an income: what counted, what came off, what is left. */
export function incomeSteps({ incomeParts, annualIncome }: Assessment): Wording[] {
  if (incomeParts === undefined) return [];
  const { counted, employmentCost, deductions } = incomeParts;
  if (employmentCost + deductions === 0) return [];
  const off = [
    ...(employmentCost > 0 ? [stepOf('必要就业成本', 'the cost of employment', employmentCost)] : []),
    ...(deductions > 0 ? [stepOf('税费、社保等支出', 'taxes, insurance and the like', deductions)] : []),
  ];
  return [
    {
      zh: `近十二个月计入收入${shown(counted)}元，减${off.map(({ zh }) => zh).join('、减')}，可支配收入${shown(annualIncome)}元`,
      en: `income of the past 12 months ${shown(counted)} yuan less ${off.map(({ en }) => en).join(' and ')} is ${shown(annualIncome)} yuan`,
    },
  ];
}

function steps(assessment: Assessment): Wording[] {
  const { kind, shares, parts = [], countedMembers, standard, perCapitaMonthly } = assessment;
  if (parts.length > 0) return parts.map((part) => partStep(part, standard));
  if (kind !== 'dibao') return [...incomeSteps(assessment), monthlyDifference(assessment)];
  const difference = subtractRatios(ratio(standard), perCapitaMonthly);
  const count = countedMembers.length;
  return [
    ...incomeSteps(assessment),
    monthlyDifference(assessment),
    { zh: `计算${count}人`, en: `${count} persons are counted` },
    ...shares.flatMap((share) => shareStep(share, difference)),
  ];
}

/**
 * How the amount of an assessment came about, step by step, the last step the amount itself, in whole yuan; empty without a right.
 * Names persons by id only.
 */
export function explainAmount(assessment: Assessment): readonly Wording[] {
  const { kind, eligible, amount } = assessment;
  if (!eligible) return [];
  const { payment } = kinds[kind];
  if (payment === 'none')
    return [
      {
        zh: '不按月发放救助金；凭认定结果可申请医疗、教育、住房、就业等专项救助',
        en: 'no monthly money; a title to medical, education, housing and employment aid',
      },
    ];
  const every = payment === 'monthly' ? { zh: '每月', en: 'a month' } : { zh: '一次性', en: 'once' };
  return [
    ...steps(assessment),
    {
      zh: `合计（取整到元）：${every.zh}${shown(fen(amount))}元`,
      en: `together, in whole yuan: ${shown(fen(amount))} yuan ${every.en}`,
    },
  ];
}
