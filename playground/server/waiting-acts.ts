/** What people did before the bot could hear them: it is kept, and done once the bot is ready. */
export interface WaitingActs {
  /** Resolves once the bot hears what people write. */
  wait(): Promise<void>;
  /** How many wait now. */
  count(): number;
  /** Calls the listener after each change; the function returned removes it. */
  onChange(listener: () => void): () => void;
}

export function createWaitingActs(whenReady: () => Promise<void>): WaitingActs {
  const listeners = new Set<() => void>();
  let waiting = 0;
  let isReady = false;
  const change = (by: number) => {
    waiting += by;
    for (const listener of listeners) listener();
  };
  return {
    wait: async () => {
      if (isReady) return;
      change(1);
      await whenReady();
      isReady = true;
      change(-1);
    },
    count: () => waiting,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
