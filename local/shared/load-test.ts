import type { ObservableState } from "./observable-state.ts";

const answerTimeoutMs = 30_000;

/** Milliseconds from each answered question to its acknowledgement and answer, measured inside the platform. */
export interface LoadTimes {
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
  /** The number of questions that were not acknowledged, or not answered within `answerTimeoutMs`. */
  readonly failed: number;
}

/** Like `waitUntil`, but checks only after changes, so that polling does not distort the times. */
export function waitForChange(
  { onChange }: Pick<ObservableState<unknown>, "onChange">,
  condition: () => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      stop();
      reject(new Error("no answer"));
    }, answerTimeoutMs);
    const stop = onChange(() => {
      if (!condition()) return;
      clearTimeout(timeout);
      stop();
      resolve();
    });
  });
}
