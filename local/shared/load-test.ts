import type { State } from "./observable-state.ts";

/** Waited for an answer under load, in milliseconds. */
const loadTimeoutMs = 30_000;

/** Milliseconds from the question, for every one that was answered, as they are seen inside the platform. */
export interface LoadTimes {
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
  /** Questions that were not acknowledged, or not answered within half a minute. */
  readonly failed: number;
}

/** Like `waitUntil`, without looking in between: what is timed is not to be disturbed. */
export function seen({ onChange }: Pick<State<unknown>, "onChange">, isThere: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      stop();
      reject(new Error("no answer"));
    }, loadTimeoutMs);
    const stop = onChange(() => {
      if (!isThere()) return;
      clearTimeout(limit);
      stop();
      resolve();
    });
  });
}
