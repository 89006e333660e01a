import { type Kind, kindNames, type Mode } from '../../../policy/kinds.ts';
import { knownSince, modesOf, procedureFor } from '../../../policy/procedures/procedure-for.ts';
import type { Procedure } from '../../../policy/procedures/procedure.ts';
import { type Regime, regimes } from '../../../policy/procedures/regimes.ts';

/** A procedure with what it is chosen by. */
export interface NamedProcedure {
  readonly kind: Kind;
  readonly regime: Regime;
  readonly delegated: boolean;
  readonly mode: Mode;
  readonly procedure: Procedure;
}

/** The procedures of every kind, regime, delegation and mode, as they are without the place's own limits. */
export const everyProcedure = (): NamedProcedure[] =>
  kindNames.flatMap((kind) =>
    regimes
      .filter(({ from }) => from >= knownSince(kind))
      .flatMap(({ code: regime }) =>
        modesOf(kind).flatMap((mode) =>
          [false, true].map((delegated) => ({
            kind,
            regime,
            delegated,
            mode,
            procedure: procedureFor(kind, regime, delegated, mode),
          })),
        ),
      ),
  );
