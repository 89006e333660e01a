import type { kinds } from '../../policy/kinds.ts';
import { type Kind } from '../../policy/kinds.ts';

interface KindWords {
  /** What is applied for, in sentences and before 申请. */
  readonly name: string;
  /** What stands before the names of its other documents, where that is not the same. */
  readonly title?: string;
  /** What is paid; none where nothing is. */
  readonly money?: string;
  /** What a favourable decision does, after 决定. */
  readonly grant: string;
  /** What an ending ends: the right is more than the money. */
  readonly right: string;
}

const dibaoMoney = '最低生活保障金';

/** How documents speak of each kind of help. */
export const kindWords: Readonly<Record<Kind, KindWords>> = {
  dibao: { name: '最低生活保障', money: dibaoMoney, grant: '给予最低生活保障', right: '最低生活保障' },
  dibaoSinglePerson: {
    name: '最低生活保障（单人保）',
    money: dibaoMoney,
    grant: '参照单人户纳入最低生活保障',
    right: '最低生活保障（单人保）',
  },
  tekun: {
    name: '特困人员救助供养',
    money: '特困人员救助供养金',
    grant: '认定为特困人员，给予救助供养',
    right: '特困人员救助供养',
  },
  dibaoEdge: {
    name: '最低生活保障边缘家庭认定',
    title: '最低生活保障边缘家庭',
    grant: '认定为最低生活保障边缘家庭',
    right: '最低生活保障边缘家庭资格',
  },
  rigidExpenditure: {
    name: '刚性支出困难家庭认定',
    title: '刚性支出困难家庭',
    grant: '认定为刚性支出困难家庭',
    right: '刚性支出困难家庭资格',
  },
  temporaryAssistance: { name: '临时救助', money: '临时救助金', grant: '给予临时救助', right: '临时救助' },
  orphan: {
    name: '孤儿基本生活保障',
    money: '孤儿基本生活费',
    grant: '给予孤儿基本生活保障',
    right: '孤儿基本生活保障',
  },
  deFactoUnattendedChild: {
    name: '事实无人抚养儿童基本生活保障',
    money: '事实无人抚养儿童基本生活补贴',
    grant: '给予事实无人抚养儿童基本生活保障',
    right: '事实无人抚养儿童基本生活保障',
  },
};

/** What is paid, or the right where nothing is: stands before 增发, 减发, 停发. */
export const moneyOf = (kind: Kind): string => kindWords[kind].money ?? kindWords[kind].right;

/** What stands before the names of documents: 刚性支出困难家庭 + 确认通知书. */
export const titleOf = (kind: Kind): string => kindWords[kind].title ?? kindWords[kind].name;

/** The amount as tables name it; undefined for a kind without money. */
export const amountName: Readonly<Record<(typeof kinds)[Kind]['payment'], string | undefined>> = {
  monthly: '月保障金额',
  once: '救助金额',
  none: undefined,
};
