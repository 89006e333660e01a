/** Something that two sides do not agree about, in words for an administrator. */
export interface Difference {
  /** The case or payment run, as its workflow is called, or the seed of a spot check. */
  readonly about: string;
  readonly words: string;
  /** What `--repair` does; without it, people have to look, or it passes by itself. */
  readonly remedy?: { readonly words: string; readonly apply: () => Promise<void> };
}

/** Does `work` for every item, so many at a time, and gathers what it finds in the order of the items. */
export async function gather<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<readonly Difference[]>,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (let from = 0; from < items.length; from += atATime)
    found.push(...(await Promise.all(items.slice(from, from + atATime).map(work))).flat());
  return found;
}
