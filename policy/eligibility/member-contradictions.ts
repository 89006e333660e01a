import { isPlainDate, type PlainDate } from '../dates.ts';
import type { Contradiction } from './contradictions.ts';
import type { Disability, Member } from './facts.ts';

/** Notes a contradiction of one person's facts. */
type Add = (code: Contradiction['code'], zh: string, en: string) => void;

/** A whole number from 0. */
export const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;
/** Whether all amounts listed are whole numbers of fen from 0. */
export const areAmounts = (listed: readonly { readonly annual: number }[] | undefined): boolean =>
  listed === undefined || listed.every(({ annual }) => isAmount(annual));

const NO_SUCH_DATE = ['noSuchDate', '日期不存在', 'has a date that does not exist'] as const;
const NOT_A_GRADE = ['notAGrade', '残疾等级应为一至四级', 'has a disability grade other than 1 to 4'] as const;

const isMissingDay = (date: PlainDate | undefined): boolean => date !== undefined && !isPlainDate(date);
const isNoGrade = (disability: Disability | undefined): boolean =>
  disability !== undefined && !(Number.isInteger(disability.grade) && disability.grade >= 1 && disability.grade <= 4);

function inMoneyAndWork(member: Member, add: Add): void {
  const { incomes, monthsWorked: months } = member;
  if (!areAmounts(incomes) || !areAmounts(member.deductions) || !isAmount(member.financialAssets ?? 0))
    add('notAnAmount', '金额应为不小于零的整数分', 'has an amount that is no whole number of fen from 0');
  const earns = incomes.some(({ type, annual }) => type === 'wage' && annual > 0);
  if (months === undefined ? earns : !Number.isInteger(months) || months < 0 || months > 12 || (earns && months === 0))
    add('monthsWorked', '工资收入与就业月数不符', 'has wages that do not fit the months worked (1 to 12)');
  if (member.employed === true && member.unableToWork === true)
    add('worksThoughUnable', '既就业又丧失劳动能力', 'has work and is unable to work');
  for (const { from } of incomes)
    if (from !== undefined && member.supporters?.some(({ id }) => id === from) !== true)
      add('unknownPayer', '收入的支付人不在义务人之列', 'is paid by someone who is none of the supporters');
}

function inSupporters({ supporters }: Member, assessedOn: PlainDate, add: Add): void {
  supporters?.forEach(({ id, birthDate, disability, annualIncome }, at) => {
    const of = (code: Contradiction['code'], zh: string, en: string): void => {
      add(code, `义务人${id}${zh}`, `has a supporter ${id} who ${en}`);
    };
    if (supporters.findIndex((other) => other.id === id) < at) of('supporterTwice', '重复', 'is listed twice');
    if (!isPlainDate(birthDate)) of(...NO_SUCH_DATE);
    else if (birthDate > assessedOn) of('bornAfterAssessment', '出生日期晚于评估日', 'is born after the assessment');
    if (isNoGrade(disability)) of(...NOT_A_GRADE);
    if (!isAmount(annualIncome ?? 0))
      of('notAnAmount', '收入应为不小于零的整数分', 'has an income that is no whole number of fen from 0');
  });
}

function inParents({ parents }: Member, assessedOn: PlainDate, add: Add): void {
  for (const { circumstance, since, disability } of parents ?? []) {
    if (isMissingDay(since)) add(...NO_SUCH_DATE);
    else if (since !== undefined && since > assessedOn)
      add(
        'parentAfterAssessment',
        '父母情况的起始日期晚于评估日',
        'has a parent whose state begins after the assessment',
      );
    if (since === undefined && (circumstance === 'inCustody' || circumstance === 'outOfContact'))
      add('sinceNotStated', '父母被羁押或失联而无起始日期', 'has a parent in custody or out of contact since no date');
    if (disability === undefined && circumstance === 'disabled')
      add('disabilityNotStated', '父母残疾而无残疾类别和等级', 'has a disabled parent of no kind and grade');
    if (isNoGrade(disability)) add(...NOT_A_GRADE);
  }
}

/** Every contradiction in what is stated about one member, as of a day. */
export function contradictionsOfMember(member: Member, assessedOn: PlainDate): Contradiction[] {
  const { personId, birthDate, diedOn, livesElsewhere, selfCareFailed } = member;
  const found: Contradiction[] = [];
  const add: Add = (code, zh, en) => {
    found.push({ code, personId, zh: `成员${personId}：${zh}`, en: `member ${personId} ${en}` });
  };
  if (isMissingDay(birthDate) || isMissingDay(diedOn) || isMissingDay(livesElsewhere?.since)) add(...NO_SUCH_DATE);
  if (birthDate > assessedOn) add('bornAfterAssessment', '出生日期晚于评估日', 'is born after the assessment');
  if (diedOn !== undefined && (diedOn <= assessedOn || diedOn < birthDate))
    add('deadMember', '已死亡，不应再列为成员', 'is dead and no longer a member');
  if (livesElsewhere !== undefined && livesElsewhere.since > assessedOn)
    add('awayAfterAssessment', '离家日期晚于评估日', 'leaves home after the assessment');
  if (isNoGrade(member.disability)) add(...NOT_A_GRADE);
  if (selfCareFailed?.some((item, at) => selfCareFailed.indexOf(item) < at) === true)
    add('selfCareTwice', '自理能力同一项目重复', 'fails the same item of the self-care test twice');
  inMoneyAndWork(member, add);
  inSupporters(member, assessedOn, add);
  inParents(member, assessedOn, add);
  return found;
}
