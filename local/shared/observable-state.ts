/** Holds data and tells whoever listens that it changed. */
export interface State<T> {
  readonly data: T;
  change(toNext: (data: T) => T): void;
  /** Calls the listener after each change; the function returned ends that. */
  onChange(listener: () => void): () => void;
}

export function createState<T>(first: T): State<T> {
  let data = first;
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
