import { onTestFinished } from "vitest";
import type { Clock, Store } from "../../src/store/store.ts";

export type Create = (now: Clock) => Promise<Store>;

/** An empty store, closed when the test ends, and the way to let time pass for it. */
export type Open = () => Promise<{ readonly store: Store; readonly wait: (milliseconds: number) => void }>;

/** The time at which every store of the suite is opened. */
export const start = Date.UTC(2026, 10, 20);
export const minute = 60_000;

export function createOpen(create: Create): Open {
  return async () => {
    let time = start;
    const store = await create(() => time);
    onTestFinished(() => store.close());
    return {
      store,
      wait: (milliseconds) => {
        time += milliseconds;
      },
    };
  };
}
