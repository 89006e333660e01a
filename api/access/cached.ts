interface Entry<T> {
  readonly value: Promise<T>;
  readonly until: number;
}

/**
 * Remembers what `load` gave for a key for so many milliseconds, at most `capacity` keys. Simultaneous askers share one
 * load; a failed load is forgotten at once.
 */
export function cached<T>(milliseconds: number, capacity: number, load: (key: string) => Promise<T>) {
  const entries = new Map<string, Entry<T>>();
  return (key: string): Promise<T> => {
    const known = entries.get(key);
    if (known !== undefined && known.until > performance.now()) return known.value;
    const value = load(key);
    entries.delete(key);
    const entry: Entry<T> = { value, until: performance.now() + milliseconds };
    entries.set(key, entry);
    const oldest = entries.size > capacity ? entries.keys().next() : undefined;
    if (oldest?.done === false) entries.delete(oldest.value);
    value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    return value;
  };
}
