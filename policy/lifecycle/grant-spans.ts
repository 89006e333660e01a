import { addToMonth } from '../dates.ts';
import type { GrantSpan } from './state.ts';

/** Spans in force once `spans` replace everything from their first month on; a span of amount 0 ends the right. */
export function replaceSpans(old: readonly GrantSpan[], spans: readonly GrantSpan[]): readonly GrantSpan[] {
  const first = spans[0];
  if (first === undefined) return old;
  const kept = old
    .filter((span) => span.from < first.from)
    .map((span) =>
      span.to === undefined || span.to >= first.from ? { ...span, to: addToMonth(first.from, -1) } : span,
    );
  return [...kept, ...spans.filter((span) => span.amount > 0)];
}
