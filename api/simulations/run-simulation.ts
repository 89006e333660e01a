import { setImmediate } from 'node:timers/promises';
import type { NewSimulation } from '../../contracts/http/simulation.ts';
import { isByPerson } from '../../policy/kinds.ts';
import type { SimulationFigures } from '../../policy/simulation/figures.ts';
import { inventedRoll } from '../../policy/simulation/invented-roll.ts';
import type { DivisionRow, Place } from '../../policy/simulation/roll.ts';
import { placesOf } from '../../policy/simulation/roll.ts';
import { Simulation, type SimulationOrder } from '../../policy/simulation/simulation.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { readRoll, type RollRow } from '../../prisma/repositories/roll.ts';

/** Households computed before other requests get their turn: some milliseconds. */
const BATCH = 250;

/** The roll to try a change on: the record's, or an invented one. */
export type RollChoice = NewSimulation['roll'];

/** What a simulation reads. */
export interface SimulationDeps {
  /** Needed for the real roll only. */
  readonly prisma?: PrismaClient;
  readonly training: boolean;
  readonly divisions: readonly DivisionRow[];
}

/**
 * Tries the changes on the roll, streamed: memory does not grow with its length, and the event loop is left free between batches.
 * Throws RangeError, naming it, where a parameter has no value in the month.
 */
export async function runSimulation(
  { prisma, training, divisions }: SimulationDeps,
  order: SimulationOrder,
  roll: RollChoice,
): Promise<SimulationFigures> {
  const simulation = new Simulation(order);
  const places = placesOf(divisions);
  if ('invented' in roll) {
    let made = 0;
    for (const entry of inventedRoll({ count: roll.invented, seed: roll.seed, month: order.month, places })) {
      simulation.add(entry);
      if ((made += 1) % BATCH === 0) await setImmediate();
    }
  } else {
    if (prisma === undefined) throw new Error('the real roll lies in the database');
    const byTown = new Map(places.map((place) => [place.town, place]));
    await readRoll(prisma, { training, size: BATCH }, async (rows) => {
      for (const row of rows) simulation.add(entryOf(row, byTown));
      await setImmediate();
    });
  }
  return simulation.figures();
}

function entryOf({ kind, town, district, subject, facts }: RollRow, byTown: ReadonlyMap<string, Place>) {
  const place = byTown.get(town) ?? { town, district, path: [town, district] };
  return isByPerson(kind) && subject !== null
    ? { facts, place, person: { kind, personId: subject } }
    : { facts, place };
}
