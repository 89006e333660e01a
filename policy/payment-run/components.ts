import { amountParts, type Assessment } from '../assessment/assessment.ts';
import type { Wording } from '../eligibility/condition.ts';
import { type Kind, kinds } from '../kinds.ts';
import type { GrantSpan } from '../lifecycle/state.ts';
import { ceilToYuan, type Fen, fen, lesserFen, subtractFen } from '../money.ts';

/** The two payments of full support, in the order in which they are filled (policy R-TK). */
const ofTekun = ['basicLivingStandard', 'careStandard'] as const;

/** What a payment line is for: one of tekun's two payments, of which the second may go to a carer, else the kind as a whole. */
export type Component = Kind | (typeof ofTekun)[number];

/** A span of one component: lines are unique by case, component, month and instalment. */
export interface ComponentSpan extends GrantSpan {
  readonly component: Component;
}

/** What the split needs of a decision. */
export interface DecisionInParts {
  readonly no: number;
  readonly assessment?: Pick<Assessment, 'parts'>;
}

/** The name of a component as lists show it; undefined for a text that names none. */
export function componentWords(component: string): Wording | undefined {
  const words: Readonly<Record<string, Wording>> = { ...kinds, ...amountParts };
  const found = words[component];
  return found && { zh: found.zh, en: found.en };
}

/**
 * The spans of a case by component, none of them 0. Tekun's basic living money is what its decision's assessment says; where the
 * decision set only a sum (a correction, a ruling), what the last assessment before it said. The rest of the sum is care money,
 * so that the components always come to the amount granted and no correction moves money between them without a reason.
 */
export function componentSpans(
  kind: Kind,
  grants: readonly GrantSpan[],
  decisions: readonly DecisionInParts[],
): readonly ComponentSpan[] {
  if (kind !== 'tekun') return grants.map((span) => ({ ...span, component: kind }));
  return grants
    .flatMap((span) => {
      const basic = lesserFen(basicLivingStandard(decisions, span.decision) ?? span.amount, span.amount);
      const amounts: readonly Fen[] = [basic, subtractFen(span.amount, basic)];
      return ofTekun.map((component, at) => ({ ...span, component, amount: amounts[at] ?? fen(0) }));
    })
    .filter(({ amount }) => amount > 0);
}

/** Fen a month of the decision, or of the last one before it that was assessed in parts. */
function basicLivingStandard(decisions: readonly DecisionInParts[], no: number): Fen | undefined {
  const part = decisions
    .filter((decision) => decision.no <= no)
    .flatMap(({ assessment }) => assessment?.parts ?? [])
    .findLast(({ name }) => name === 'basicLivingStandard');
  return part && ceilToYuan(part.amount);
}
