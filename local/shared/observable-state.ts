/** Data with change listeners. */
export interface ObservableState<T> {
  readonly data: T;
  change(toNext: (data: T) => T): void;
  /** Calls the listener after each change. Returns a function that removes it. */
  onChange(listener: () => void): () => void;
}

export function createObservableState<T>(initial: T): ObservableState<T> {
  let data = initial;
  const listeners = new Set<() => void>();
  return {
    get data() {
      return data;
    },
    change: (toNext) => {
      data = toNext(data);
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
