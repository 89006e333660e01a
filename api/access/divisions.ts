/** A row of the administrative divisions. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string;
  readonly kind: string | null;
  readonly managedBy: string | null;
  readonly synthetic: boolean;
  readonly intake: boolean;
}

/** Code prefixes a division covers, and those beneath them that another division runs (经开区's six towns). */
export interface DivisionReach {
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}

/** Digits of a code that all codes beneath it share: 320400 → 3204, 320000 → 32, 320412 and longer as they are. */
export function prefixOf(code: string): string {
  return code.length === 6 ? code.replace(/(?:00)+$/, '') : code;
}

/** Whether a division lies within what the caller's own covers. Outside of it a case does not exist for the caller. */
export function withinDivision(caller: { readonly reach: DivisionReach }, divisionCode: string): boolean {
  const within = (prefix: string) => divisionCode.startsWith(prefix);
  return caller.reach.includes.some(within) && !caller.reach.excludes.some(within);
}

/** The divisions as a tree in memory: about 1,100 rows a city, read seldom and changed by migrations only. */
export class DivisionTree {
  readonly all: readonly Division[];
  readonly #byCode: ReadonlyMap<string, Division>;

  constructor(divisions: readonly Division[]) {
    this.all = divisions.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    this.#byCode = new Map(divisions.map((division) => [division.code, division]));
  }

  find(code: string): Division | undefined {
    return this.#byCode.get(code) ?? this.all.find((division) => prefixOf(division.code) === code);
  }

  /** From the city down to the division; a managed town lies under who runs it. Empty for an unknown code. */
  pathOf(code: string): readonly string[] {
    const path: string[] = [];
    for (let at = this.find(code); at !== undefined && !path.includes(at.code);) {
      path.unshift(at.code);
      at = this.#byCode.get(at.managedBy ?? at.parent);
    }
    return path;
  }

  reachOf(code: string): DivisionReach {
    const own = prefixOf(code);
    const managed = this.all.filter((division) => division.managedBy !== null);
    return {
      includes: [own, ...managed.filter((town) => town.managedBy === code).map((town) => town.code)],
      excludes: managed
        .filter((town) => town.code.length > own.length && town.code.startsWith(own))
        .filter((town) => town.managedBy?.startsWith(own) !== true)
        .map((town) => town.code),
    };
  }
}
