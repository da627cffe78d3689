import { type Data, nothing } from "./model.ts";

/** Holds the data and tells whoever listens that it changed. */
export interface State {
  readonly data: Data;
  change(toNext: (data: Data) => Data): void;
  /** Calls the listener after each change; the function returned ends that. */
  onChange(listener: () => void): () => void;
}

export function createState(): State {
  let data = nothing;
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
