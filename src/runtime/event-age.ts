import type { Clock } from "../store/store.ts";

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
    // Before a jump ahead the time was not later than the clock was; before a jump back it lies in the future now.
    const byThisClock = jumps.reduce((time, { from, to }) => {
      const wasBefore = to > from ? time <= from : time > current;
      return wasBefore ? time + to - from : time;
    }, at);
    return current - byThisClock;
  };
}
