import type { State } from "./state.ts";

/** Only a ceiling for what never comes: on a busy machine, anything may take long. */
const ceilingMs = 90_000;

/**
 * Waits, in real time, until something is there. Looks after each change, and at intervals for what changes nothing here.
 * @throws after a minute and a half, or the time given
 */
export function waitUntil<T>(
  state: Pick<State<unknown>, "onChange">,
  look: () => T | undefined,
  milliseconds = ceilingMs,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      stopListening();
      clearInterval(again);
      clearTimeout(limit);
      end();
    };
    const lookNow = () => {
      try {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const stopListening = state.onChange(lookNow);
    const again = setInterval(lookNow, 5);
    const limit = setTimeout(
      () => finish(() => reject(new Error(`waited ${milliseconds} ms in vain`))),
      milliseconds,
    );
    lookNow();
  });
}
