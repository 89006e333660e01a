import type { PlainDate } from '../dates.ts';
import { type Condition, testCondition, testFact } from '../eligibility/condition.ts';
import { lastYearsDisposableIncome } from '../eligibility/disposable-income.ts';
import { standardOn } from '../eligibility/income.ts';
import { ceilToYuan, type Fen, fen, greaterFen, multiplyRatios, percent, ratio } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { checkStandardAmount, type RuleCheck, wholeYuan } from './standard-rules.ts';

/** A standard that the bureau means to publish. */
export interface StandardProposal {
  /** First day it is to count. */
  readonly from: PlainDate;
  /** Fen per person and month. */
  readonly amount: Fen;
}

/** The province's guiding standard on a day; none where the list has no row for it. */
function provincialFloorOn(snapshot: ParameterSnapshot, date: PlainDate): Fen | undefined {
  const row = snapshot.values['standards.provincialFloor'].findLast(({ from }) => from <= date);
  return row === undefined || (row.to !== undefined && row.to < date) ? undefined : fen(row.value);
}

/**
 * Whether a dibao standard may be published (policy R-STD): after every standard known so far, in whole yuan, never below the
 * province's guiding standard [社会救助法 §19], raised by the year's target where that binds [常民救〔2020〕3号 一1], else warned about.
 * Throws RangeError where no standard is known before it.
 */
export function checkStandard({ from, amount }: StandardProposal, snapshot: ParameterSnapshot): RuleCheck {
  const last = snapshot.values['dibao.standard'].at(-1);
  const isAfterLast = testFact(
    { id: 'standardAfterLast', article: '社会救助法 §19' },
    last !== undefined && last.from < from,
  );
  const provincialFloor = provincialFloorOn(snapshot, from);
  const check = checkStandardAmount(amount, {
    before: standardOn(snapshot, isAfterLast.met && last !== undefined ? (last.from as PlainDate) : from),
    raiseTarget: valueOn(snapshot, 'standards.raiseTarget', from).value,
    targetBinds: valueOn(snapshot, 'standards.raiseTargetBinds', from).value,
    ...(provincialFloor !== undefined && { provincialFloor }),
  });
  return {
    ...check,
    outcome: isAfterLast.met ? check.outcome : 'refused',
    conditions: [isAfterLast, ...check.conditions],
  };
}

/** How a proposed basic living standard of full support stands to the rules; there is no warning. */
export interface TekunCheck {
  readonly outcome: 'ok' | 'refused';
  readonly conditions: readonly Condition[];
  /** Least amount allowed, fen in whole yuan. */
  readonly lowestAllowed: Fen;
}

/**
 * Whether a basic living standard 特困人员基本生活标准 may be published: at least 1.3 dibao standards and 40% of last year's disposable
 * income per head, a month [常民救〔2020〕3号 一1]. `dibaoStandard` where one is proposed along with it. Throws RangeError for a day
 * on which a parameter has no value.
 */
export function checkTekunStandard(
  { from, amount }: StandardProposal,
  snapshot: ParameterSnapshot,
  dibaoStandard: Fen = standardOn(snapshot, from),
): TekunCheck {
  const byDibao = multiplyRatios(valueOn(snapshot, 'tekun.standardMultiple', from).value, ratio(dibaoStandard));
  const byIncome = multiplyRatios(
    percent(valueOn(snapshot, 'tekun.disposableShare', from).value),
    ratio(lastYearsDisposableIncome(snapshot, from), 12),
  );
  const about = { article: '常民救〔2020〕3号 一1', value: ratio(amount), comparison: '>=' } as const;
  const conditions = [
    wholeYuan(amount),
    testCondition({ ...about, id: 'tekunTimesDibao', limit: byDibao }),
    testCondition({ ...about, id: 'tekunShareOfIncome', limit: byIncome }),
  ];
  return {
    outcome: conditions.every(({ met }) => met) ? 'ok' : 'refused',
    conditions,
    lowestAllowed: greaterFen(ceilToYuan(byDibao), ceilToYuan(byIncome)),
  };
}
