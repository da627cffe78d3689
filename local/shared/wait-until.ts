import type { ObservableState } from "./observable-state.ts";

/**
 * Waits, in real time, until `find` returns something. Checks after each change, and every few milliseconds for
 * conditions outside the state.
 */
export function waitUntil<T>(
  state: Pick<ObservableState<unknown>, "onChange">,
  find: () => T | undefined,
  timeoutMs: number,
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
