import type { Clock } from "../../store/store.ts";

interface Jump {
  /** What the clock would have shown without the jump, and what it showed. */
  readonly from: number;
  readonly to: number;
}

interface EventAgeOptions {
  readonly now: Clock;
  /** Milliseconds that passed since any moment; never jumps. */
  readonly elapsed?: () => number;
}

/** Smaller differences are no jump: a clock that is kept right runs a little faster or slower. */
const minJumpMs = 5000;
const maxJumps = 20;

/** The age of an event in milliseconds by its time, whatever jumps the clock has made since this was created. */
export type EventAge = (at: number) => number;

export function createEventAge({ now, elapsed = () => performance.now() }: EventAgeOptions): EventAge {
  let jumps: readonly Jump[] = [];
  let last = { at: now(), elapsed: elapsed() };
  const look = () => {
    const next = { at: now(), elapsed: elapsed() };
    const from = last.at + next.elapsed - last.elapsed;
    if (Math.abs(next.at - from) > minJumpMs) jumps = [...jumps, { from, to: next.at }].slice(-maxJumps);
    last = next;
  };
  return (at) => {
    look();
    const current = now();
    // Between two jumps the clock went from where the first one put it to where it was before the second. The latest such
    // time that fits the event is taken.
    for (let count = jumps.length; count >= 0; count -= 1) {
      const begin = jumps[count - 1]?.to ?? Number.NEGATIVE_INFINITY;
      const end = jumps[count]?.from ?? current;
      const jumped = jumps.slice(count).reduce((sum, { from, to }) => sum + to - from, 0);
      if (at >= begin && at <= end) return current - at - jumped;
    }
    return current - at;
  };
}
