import type { AssessmentAnswer } from '../../../contracts/http/assessment.ts';
import { fen, formatYuan } from '../../../policy/money.ts';

type Assessed = AssessmentAnswer['assessments'][number];
type Found = Pick<Assessed, 'words' | 'personId'>;

const nameOf = ({ words: { zh, en }, personId }: Found): string =>
  `${zh} ${en}${personId === undefined ? '' : `（${personId}）`}`;

const every = { monthly: '每月 a month', once: '一次性 once', none: '不发放现金 no money' } as const;

const amountOf = ({ payment, amount }: Pick<Assessed, 'payment' | 'amount'>): string =>
  payment === 'none' ? every.none : `${formatYuan(fen(amount))} 元 yuan ${every[payment]}`;

/** The answer to a pre-check as the window reads it, Chinese first: what fits, then each kind with its reasons, then what to ask. */
export function inWords({ on, month, parameterVersion, kinds, assessments, ...rest }: AssessmentAnswer): string[] {
  const lines = [
    `评估日 assessed on ${on}，金额月份 amounts of ${month}，参数版本 parameters ${parameterVersion}`,
    '',
    kinds.length === 0 ? '不符合任何救助 No kind of help fits' : '符合 What fits',
    ...kinds.map((one) => `  ${nameOf(one)}：${amountOf(one)}`),
  ];
  return [...lines, ...assessments.flatMap(reasonsOf), ...questions(rest), ...referralLines(rest)];
}

/** Whom a condition is about, where it is not the one assessed: a supporter, another member. */
const whose = (personId: string | undefined, one: Assessed): string =>
  personId === undefined || personId === one.personId ? '' : `${personId}：`;

const reasonsOf = (one: Assessed): string[] => [
  '',
  `${nameOf(one)}：${one.eligible ? '符合 eligible' : '不符合 not eligible'}`,
  ...one.conditions.flatMap(({ met, personId, explanation: { zh, en } }) => [
    `  ${met ? '+' : '-'} ${whose(personId, one)}${zh}`,
    `    ${en}`,
  ]),
  ...one.amountExplained.flatMap(({ zh, en }) => [`  = ${zh}`, `    ${en}`]),
  ...(one.validTo === undefined ? [] : [`  有效期至 valid to ${one.validTo}`]),
  ...one.doubts.map(({ id, personId, role }) => `  存疑 a doubt to clear: ${id} ${role} ${personId}`),
];

const questions = ({ undetermined }: Pick<AssessmentAnswer, 'undetermined'>): string[] =>
  undetermined.flatMap((one) => [
    '',
    `${nameOf(one)}：尚不能判断，须补充 cannot be judged yet, ask for`,
    ...one.ask.map(({ path, zh, en }) => `  ? ${zh} ${en} (${path})`),
  ]);

const referralLines = ({ referrals }: Pick<AssessmentAnswer, 'referrals'>): string[] =>
  referrals.length === 0
    ? []
    : [
        '',
        '转介 To be asked besides',
        ...referrals.map(({ department: { zh, en }, article }) => `  ${zh} ${en} (${article})`),
      ];
