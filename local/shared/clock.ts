/** What tells the time and waits. Times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Runs something later; the function returned calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface ManualClock extends Clock {
  /** Lets time pass: what falls due on the way runs in its order, each with time to send what it sends. */
  advance(milliseconds: number): Promise<void>;
}

/** The machine's own clock. What waits on it keeps no process alive. */
export const realClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until a test advances it. */
export function createManualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  let waiting: readonly Due[] = [];

  const takeNext = (until: number): Due | undefined => {
    const [next] = waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
    waiting = waiting.filter((due) => due !== next);
    return next;
  };

  return {
    now: () => now,
    after: (milliseconds, run) => {
      const due = { at: now + milliseconds, run };
      waiting = [...waiting, due];
      return () => {
        waiting = waiting.filter((other) => other !== due);
      };
    },
    advance: async (milliseconds) => {
      const until = now + milliseconds;
      for (let due = takeNext(until); due; due = takeNext(until)) {
        now = Math.max(now, due.at);
        due.run();
        await breathe();
      }
      now = Math.max(now, until);
      await breathe();
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
