import type { PlainDate } from '../dates.ts';
import type { Wording } from '../eligibility/condition.ts';
import type { Difficulty, HouseholdFacts } from '../eligibility/facts.ts';
import type { Referral } from './classification.ts';

/** First day of the law; before it the interim measures say who answers for what. */
const LAW_FROM = '2026-07-01';

interface Answers {
  readonly department: Wording;
  readonly law: string;
  readonly measures: string;
}

/** Who answers for which difficulty (社会救助法 §§24–31; 社会救助暂行办法 chapters 4 to 9). */
const departments: Readonly<Record<Difficulty, Answers>> = {
  medical: { department: { zh: '医疗保障部门', en: 'healthcare security' }, law: '§24', measures: '第五章' },
  education: { department: { zh: '教育部门', en: 'education' }, law: '§25', measures: '第六章' },
  housing: { department: { zh: '住房城乡建设部门', en: 'housing and construction' }, law: '§26', measures: '第七章' },
  employment: {
    department: { zh: '人力资源社会保障部门', en: 'human resources and social security' },
    law: '§27',
    measures: '第八章',
  },
  disaster: { department: { zh: '应急管理部门', en: 'emergency management' }, law: '§28', measures: '第四章' },
  medicalEmergency: { department: { zh: '卫生健康部门', en: 'health' }, law: '§30', measures: '第五章' },
  homeless: { department: { zh: '救助管理机构', en: 'relief station' }, law: '§31', measures: '第九章' },
};

/** The one window passes on what other departments answer for (社会救助法 §64), each difficulty once, in the order stated. */
export const referralsFor = (
  { difficulties = [] }: Pick<HouseholdFacts, 'difficulties'>,
  regimeOn: PlainDate,
): readonly Referral[] =>
  [...new Set(difficulties)].map((difficulty) => {
    const { department, law, measures } = departments[difficulty];
    return {
      difficulty,
      department,
      article: regimeOn < LAW_FROM ? `社会救助暂行办法${measures}` : `社会救助法 ${law}`,
    };
  });
