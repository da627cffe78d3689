/** Runs work of one key after another in the order it came, and of different keys side by side. */
export interface KeyedQueue {
  <T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when no work is under way. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  const inOrder = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
  const idle = async () => {
    while (last.size > 0) await Promise.allSettled(last.values());
  };
  return Object.assign(inOrder, { idle });
}
