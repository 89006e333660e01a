import { type Kind, kinds } from '../../../policy/kinds.ts';
import { modesOf } from '../../../policy/procedures/procedure-for.ts';
import { type Regime, regimes } from '../../../policy/procedures/regimes.ts';
import type { NamedProcedure } from './every-procedure.ts';

type Chosen = Omit<NamedProcedure, 'procedure'>;

/** `低保 dibao R2021–R2026b`: one entry a kind; delegation and mode are named where not all have it. */
export function proceduresInWords(procedures: readonly Chosen[]): string[] {
  return [...new Set(procedures.map(({ kind }) => kind))].map((kind) =>
    ofKind(
      kind,
      procedures.filter((one) => one.kind === kind),
    ),
  );
}

function ofKind(kind: Kind, procedures: readonly Chosen[]): string {
  const modes = modesOf(kind).filter((mode) => procedures.some((one) => one.mode === mode));
  const delegations = [...new Set(procedures.map(({ delegated }) => delegated))];
  const qualified = [
    ...(delegations.length > 1 ? [] : [delegations[0] ? 'delegated' : 'not delegated']),
    ...(modes.length === modesOf(kind).length ? [] : [modes.join(', ')]),
  ];
  const span = regimeSpans(procedures.map(({ regime }) => regime)).join(', ');
  return `${kinds[kind].zh} ${kind} ${span}${qualified.length > 0 ? ` (${qualified.join('; ')})` : ''}`;
}

/** Regimes that follow each other as one span. */
function regimeSpans(found: readonly Regime[]): string[] {
  const spans: { from: Regime; to: Regime }[] = [];
  let open = false;
  for (const { code } of regimes) {
    const last = spans.at(-1);
    if (!found.includes(code)) open = false;
    else if (open && last) last.to = code;
    else {
      spans.push({ from: code, to: code });
      open = true;
    }
  }
  return spans.map(({ from, to }) => (from === to ? from : `${from}–${to}`));
}
