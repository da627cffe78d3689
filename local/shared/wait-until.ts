import type { State } from "./observable-state.ts";

/** Waits, in real time, until something is there: looks after each change, and now and then for what changes nothing here. */
export function waitUntil<T>(
  state: Pick<State<unknown>, "onChange">,
  look: () => T | undefined,
  milliseconds: number,
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
