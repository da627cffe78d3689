import type { ObservableState } from "./observable-state.ts";

/** A generous limit for what never happens: on a busy machine, anything may take long. */
const maxWaitMs = 90_000;

/**
 * Waits, in real time, until `find` returns something. Checks after each change, and every few milliseconds for
 * conditions outside the state.
 * @throws if nothing is found in time
 */
export function waitUntil<T>(
  state: Pick<ObservableState<unknown>, "onChange">,
  find: () => T | undefined,
  timeoutMs = maxWaitMs,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      stopListening();
      clearInterval(interval);
      clearTimeout(timeout);
      end();
    };
    const check = () => {
      try {
        const found = find();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const stopListening = state.onChange(check);
    const interval = setInterval(check, 5);
    const timeout = setTimeout(
      () => finish(() => reject(new Error(`timed out after ${timeoutMs} ms`))),
      timeoutMs,
    );
    check();
  });
}
