/** A map of limited size: beyond it, the entries that were not used for the longest time are forgotten. */
export interface RecentMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createRecentMap<T>(maxEntries: number): RecentMap<T> {
  const entries = new Map<string, T>();
  const set = (key: string, value: T) => {
    // A map keeps the order of insertion: the first one is the oldest.
    entries.delete(key);
    entries.set(key, value);
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get: (key) => {
      const found = entries.get(key);
      if (found !== undefined) set(key, found);
      return found;
    },
    set,
  };
}
