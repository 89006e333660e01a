import { type Condition, testCondition, testFact } from '../eligibility/condition.ts';
import {
  addRatios,
  ceilToYuan,
  type Fen,
  fen,
  greaterFen,
  multiplyRatios,
  percent,
  type Ratio,
  ratio,
} from '../money.ts';

/** What a new dibao standard is measured by. */
export interface StandardRules {
  /** The standard it follows, fen a month. */
  readonly before: Fen;
  /** The year's target: so many percent more than before [常民救〔2020〕3号 一1]. */
  readonly raiseTarget: number;
  /** Whether the target must be reached, or is only compared with. */
  readonly targetBinds: boolean;
  /** The province's guiding standard of the day, fen a month, where there is one [社会救助法 §19]. */
  readonly provincialFloor?: Fen;
}

/** How a proposal stands to the rules. */
export interface RuleCheck {
  readonly outcome: 'ok' | 'warned' | 'refused';
  readonly conditions: readonly Condition[];
  /** Least amount that is not refused, fen in whole yuan. */
  readonly lowestAllowed: Fen;
  /** Least amount that is not even warned about, fen in whole yuan. */
  readonly lowestWithoutWarning: Fen;
}

const FEN_PER_YUAN = 100;

/** No regulation says so: every standard was published like this. */
const WHOLE_YUAN = '本市标准按整数元公布';

const raised = ({ before, raiseTarget }: StandardRules): Ratio =>
  multiplyRatios(ratio(before), addRatios(ratio(1), percent(raiseTarget)));

/** Standards are whole yuan. */
export const wholeYuan = (amount: Fen): Condition =>
  testFact({ id: 'standardWholeYuan', article: WHOLE_YUAN }, amount % FEN_PER_YUAN === 0);

/** Checks the amount of a dibao standard (policy R-STD): whole yuan, the year's target, the provincial floor. */
export function checkStandardAmount(amount: Fen, rules: StandardRules): RuleCheck {
  const { targetBinds, provincialFloor = fen(0) } = rules;
  const isWhole = wholeYuan(amount);
  const aboveFloor = testCondition({
    id: 'standardAboveFloor',
    article: '社会救助法 §19',
    value: ratio(amount),
    limit: ratio(provincialFloor),
    comparison: '>=',
  });
  const reachesTarget = testCondition({
    id: 'standardRaised',
    article: '常民救〔2020〕3号 一1',
    value: ratio(amount),
    limit: raised(rules),
    comparison: '>=',
  });
  const mustHold = targetBinds ? [isWhole, aboveFloor, reachesTarget] : [isWhole, aboveFloor];
  const isRefused = mustHold.some(({ met }) => !met);
  const lowestWithoutWarning = greaterFen(ceilToYuan(raised(rules)), ceilToYuan(ratio(provincialFloor)));
  return {
    outcome: isRefused ? 'refused' : reachesTarget.met ? 'ok' : 'warned',
    conditions: [isWhole, aboveFloor, reachesTarget],
    lowestAllowed: targetBinds ? lowestWithoutWarning : ceilToYuan(ratio(provincialFloor)),
    lowestWithoutWarning,
  };
}
