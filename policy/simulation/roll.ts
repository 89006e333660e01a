import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Kind } from '../kinds.ts';

/** Where a household belongs: its own town, and the district that decides in it (常州经开区 for its six towns). */
export interface Place {
  readonly town: string;
  readonly district: string;
  /** Codes from the town up to the city, whose settings count. */
  readonly path: readonly string[];
}

/** One household as the simulation looks at it, with whatever it is on or not. */
export interface RollEntry {
  readonly facts: HouseholdFacts;
  readonly place: Place;
  /** A case about one person: that kind is computed for that person and nothing else, the household having its own case. */
  readonly person?: { readonly kind: Kind; readonly personId: string };
}

/** A division as reference data has it. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string;
  readonly managedBy?: string | null | undefined;
}

const CITY = 'city';

/** Every town-level division as a place, in the order given. */
export function placesOf(divisions: readonly DivisionRow[]): Place[] {
  const city = divisions.find(({ level }) => level === CITY)?.code;
  return divisions
    .filter(({ level }) => level === 'town')
    .map(({ code, parent, managedBy }) => {
      const district = managedBy ?? parent;
      return { town: code, district, path: city === undefined ? [code, district] : [code, district, city] };
    });
}
