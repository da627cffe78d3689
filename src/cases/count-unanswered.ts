import type { Handover, Unanswered } from "./handover.ts";
import { maxHandovers, maxUnanswered, teamWindowMs } from "./team-limits.ts";

type Side = keyof typeof maxUnanswered;

/** Whether a side has written so much without a reply that no more is passed on now. */
export function isOverLimit(handover: Handover, side: Side, now: number): boolean {
  const { count } = unexpired(handover.unanswered?.[side], now);
  return count >= maxUnanswered[side];
}

/** The handover with one more message of a side, which is also a reply to the other. */
export function countMessage(handover: Handover, side: Side, now: number): Handover {
  const { since, count } = unexpired(handover.unanswered?.[side], now);
  return { ...handover, unanswered: { [side]: { since, count: count + 1 } } };
}

/** Whether a person has handed over as much as is possible in an hour. */
export function hasTooManyHandovers(handovers: readonly Handover[], now: number): boolean {
  return handovers.filter(({ at }) => at !== undefined && isRecent(at, now)).length >= maxHandovers;
}

function unexpired(unanswered: Unanswered | undefined, now: number): Unanswered {
  return unanswered && isRecent(unanswered.since, now) ? unanswered : { since: now, count: 0 };
}

/** A time that lies ahead, because the clock was set back, is not recent: it would stay so for too long. */
function isRecent(at: number, now: number): boolean {
  return at <= now && now - at < teamWindowMs;
}
