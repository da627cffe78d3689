import type { Clock } from "../local/shared/clock.ts";

/** The machine's clock, with the power to leap: what falls due on the way runs at once. */
export interface LeapingClock extends Clock {
  leap(milliseconds: number): void;
}

interface Due {
  readonly at: number;
  readonly run: () => void;
  readonly timer: NodeJS.Timeout;
}

export function createLeapingClock(): LeapingClock {
  let ahead = 0;
  const waiting = new Set<Due>();
  const now = () => Date.now() + ahead;
  const take = (due: Due) => {
    if (waiting.delete(due)) due.run();
  };
  return {
    now,
    after: (milliseconds, run) => {
      const due: Due = { at: now() + milliseconds, run, timer: setTimeout(() => take(due), milliseconds) };
      due.timer.unref();
      waiting.add(due);
      return () => {
        clearTimeout(due.timer);
        waiting.delete(due);
      };
    },
    leap: (milliseconds) => {
      ahead += milliseconds;
      const due = [...waiting].filter(({ at }) => at <= now()).toSorted((one, other) => one.at - other.at);
      for (const one of due) {
        clearTimeout(one.timer);
        take(one);
      }
    },
  };
}
