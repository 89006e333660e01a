import type { Wording } from '../eligibility/condition.ts';
import type { Difficulty, HouseholdFacts } from '../eligibility/facts.ts';
import type { Referral } from './classification.ts';

/** Who answers for which difficulty (社会救助法 §§24–31; before 2026-07-01 社会救助暂行办法 chapters 4 to 10). */
const departments: Readonly<Record<Difficulty, { readonly department: Wording; readonly article: string }>> = {
  medical: { department: { zh: '医疗保障部门', en: 'healthcare security' }, article: '社会救助法 §24' },
  education: { department: { zh: '教育部门', en: 'education' }, article: '社会救助法 §25' },
  housing: { department: { zh: '住房城乡建设部门', en: 'housing and construction' }, article: '社会救助法 §26' },
  employment: {
    department: { zh: '人力资源社会保障部门', en: 'human resources and social security' },
    article: '社会救助法 §27',
  },
  disaster: { department: { zh: '应急管理部门', en: 'emergency management' }, article: '社会救助法 §28' },
  medicalEmergency: { department: { zh: '卫生健康部门', en: 'health' }, article: '社会救助法 §30' },
  homeless: { department: { zh: '救助管理机构', en: 'relief station' }, article: '社会救助法 §31' },
};

/** The one window passes on what other departments answer for (社会救助法 §64), each difficulty once, in the order stated. */
export const referralsFor = ({ difficulties = [] }: Pick<HouseholdFacts, 'difficulties'>): readonly Referral[] =>
  [...new Set(difficulties)].map((difficulty) => ({ difficulty, ...departments[difficulty] }));
