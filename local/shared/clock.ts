/** The time and timers. Times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Runs a callback later. Returns a function that cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface ManualClock extends Clock {
  /** Advances the time. Runs the callbacks that become due, in order, and lets their asynchronous work start. */
  advance(milliseconds: number): Promise<void>;
}

/** The machine's clock. Its timers do not keep the process alive. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

interface ScheduledTask {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that only moves when a test advances it. */
export function createManualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  let scheduled: readonly ScheduledTask[] = [];

  const takeNext = (until: number): ScheduledTask | undefined => {
    const [next] = scheduled.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
    scheduled = scheduled.filter((task) => task !== next);
    return next;
  };

  return {
    now: () => now,
    after: (milliseconds, run) => {
      const task = { at: now + milliseconds, run };
      scheduled = [...scheduled, task];
      return () => {
        scheduled = scheduled.filter((other) => other !== task);
      };
    },
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      for (let task = takeNext(until); task; task = takeNext(until)) {
        now = Math.max(now, task.at);
        task.run();
        await runPendingCallbacks();
      }
      now = Math.max(now, until);
      await runPendingCallbacks();
    },
  };
}

/** Runs the promise callbacks and I/O callbacks that are ready. */
function runPendingCallbacks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
