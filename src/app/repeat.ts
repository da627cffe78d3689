import { setTimeout as wait } from "node:timers/promises";

/** How long the first run holds up what follows, in milliseconds: a platform may take minutes to accept an answer. */
const maxFirstRunMs = 5000;

/** How long one that is running at the end is waited for, in milliseconds. */
const maxLastRunMs = 2000;

/** Runs something now and then every so many milliseconds. */
export function repeat(intervalMs: number, run: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();
  const runOnce = (): Promise<void> => {
    const one = run().finally(() => running.delete(one));
    running.add(one);
    return one;
  };
  const within = (milliseconds: number, work: Promise<unknown>) =>
    Promise.race([work, wait(milliseconds, undefined, { ref: false })]);
  return {
    start: async (): Promise<void> => {
      timer = setInterval(runOnce, intervalMs);
      await within(maxFirstRunMs, runOnce());
    },
    stop: (): void => clearInterval(timer),
    /** Resolves when nothing is running, or after a time. */
    idle: async (): Promise<void> => {
      await within(maxLastRunMs, Promise.all(running));
    },
  };
}
