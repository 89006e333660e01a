import type { PlainDate } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import { temporaryAssistanceMode } from '../eligibility/temporary-assistance.ts';
import { type Kind, kindNames, type Mode } from '../kinds.ts';
import { childrenProcedure } from './children.ts';
import { dibaoProcedure, edgeProcedure, singlePersonProcedure } from './dibao.ts';
import type { Procedure } from './procedure.ts';
import { inForceFrom, type Regime, regimeOn, regimes, since } from './regimes.ts';
import { rigidProcedure } from './rigid-expenditure.ts';
import { tekunProcedure } from './tekun.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { authorityParameter } from './authority.ts';
import { quickAidProcedure, temporaryLimits, temporaryProcedure } from './temporary-assistance.ts';

interface Family {
  readonly ordinary: (regime: Regime, delegated: boolean) => Procedure;
  readonly emergency?: (regime: Regime, delegated: boolean) => Procedure;
  /** First regime that knows the kind; the first of all if not said. */
  readonly since?: Regime;
  /** Limits that the place sets by parameters. */
  readonly localLimits?: (mode: Mode, on: PlainDate, parameters: ParameterSnapshot) => Partial<Procedure['limits']>;
}

/** The procedures of every kind. A new kind does not compile without its row. */
const families: Readonly<Record<Kind, Family>> = {
  dibao: { ordinary: dibaoProcedure },
  dibaoSinglePerson: { ordinary: singlePersonProcedure },
  tekun: { ordinary: tekunProcedure },
  dibaoEdge: { ordinary: edgeProcedure },
  rigidExpenditure: { ordinary: rigidProcedure, since: 'R2025' },
  temporaryAssistance: {
    ordinary: temporaryProcedure,
    emergency: quickAidProcedure,
    localLimits: temporaryLimits,
  },
  orphan: { ordinary: (regime, delegated) => childrenProcedure('orphan', regime, delegated) },
  deFactoUnattendedChild: {
    ordinary: (regime, delegated) => childrenProcedure('deFactoUnattendedChild', regime, delegated),
  },
};

/** Modes in which a kind has a procedure: the ordinary and the epidemic one always. */
export const modesOf = (kind: Kind): readonly Mode[] =>
  families[kind].emergency ? ['normal', 'emergency', 'epidemic'] : ['normal', 'epidemic'];

/** The first day on which the law knows `kind`. */
export const knownSince = (kind: Kind): PlainDate => inForceFrom(firstRegimeOf(kind));

const firstRegimeOf = (kind: Kind): Regime => families[kind].since ?? regimes[0].code;

/**
 * The procedure 程序 of one kind of help under a regime, where the power to decide was delegated to the town or not, in a mode. In an
 * epidemic the survey may be by phone or video [WP20 一5].
 * @throws RangeError for a kind that the regime does not know, or a mode that the kind does not have
 */
export function procedureFor(kind: Kind, regime: Regime, delegated: boolean, mode: Mode): Procedure {
  const { ordinary, emergency } = families[kind];
  if (!since(regime, firstRegimeOf(kind))) throw new RangeError(`${regime} does not know ${kind}`);
  if (mode === 'emergency') {
    if (!emergency) throw new RangeError(`${kind} has no emergency procedure`);
    return emergency(regime, delegated);
  }
  const procedure = ordinary(regime, delegated);
  return mode === 'normal' || procedure.survey === 'none'
    ? { ...procedure, mode }
    : { ...procedure, mode, survey: 'remoteAllowed' };
}

/** Kinds whose cases a regime has drawn for the spot check 抽查, where a place sets a share. */
export const drawnKinds: readonly Kind[] = kindNames.filter((kind) =>
  regimes.some(
    ({ code }) => since(code, firstRegimeOf(kind)) && families[kind].ordinary(code, false).spotCheck !== undefined,
  ),
);

/** Whether procedures run as in an epidemic on a day [WP20 一5]; a run that carries an older law does not know of any. */
export const isEpidemic = (on: PlainDate, parameters: ParameterSnapshot): boolean =>
  Object.hasOwn(parameters.values, 'procedure.epidemic') && valueOn(parameters, 'procedure.epidemic', on).value;

/**
 * Whether what is applied for is paid at once and recorded afterwards: by what the facts ask for, in an epidemic every emergency
 * [WP20 一5: assist first].
 */
export const isEmergency = (kind: Kind, facts: HouseholdFacts, on: PlainDate, parameters: ParameterSnapshot): boolean =>
  families[kind].emergency !== undefined &&
  (temporaryAssistanceMode(facts, on, parameters) === 'emergency' ||
    (facts.emergency !== undefined && isEpidemic(on, parameters)));

/**
 * The procedure of a kind that begins on a day in the place of `parameters`: by the regime of that day (R-REG), with the place's own
 * delegation and limits. `asked`: what is applied for is paid at once (`isEmergency`).
 * @throws RangeError as `procedureFor`, or for a parameter without a value
 */
export function procedureOn(kind: Kind, on: PlainDate, parameters: ParameterSnapshot, asked?: 'emergency'): Procedure {
  const name = authorityParameter[kind];
  const delegated = name !== null && valueOn(parameters, name, on).value === 'town';
  const mode = asked ?? (isEpidemic(on, parameters) ? 'epidemic' : 'normal');
  const procedure = procedureFor(kind, regimeOn(on), delegated, mode);
  const local = families[kind].localLimits?.(mode, on, parameters);
  return local ? { ...procedure, limits: { ...procedure.limits, ...local } } : procedure;
}

/** A procedure as an older event has it: what was not said then is dibao's. */
export const liftedProcedure = (stored: Pick<Procedure, 'regime' | 'delegated'> & Partial<Procedure>): Procedure => ({
  ...procedureFor(stored.kind ?? 'dibao', stored.regime, stored.delegated, stored.mode ?? 'normal'),
  ...stored,
});
