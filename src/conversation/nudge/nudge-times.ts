const hourMs = 3_600_000;
const minuteMs = 60_000;

/** When the bot asks whether an answer helped that got no reaction. */
export interface NudgeTimes {
  /** How long after the answer. */
  readonly afterHours: number;
  /** The hours of the day in which it may be asked: from the first one until the second one begins, 0 to 24. */
  readonly fromHour: number;
  readonly toHour: number;
  /** Minutes that the clock on the wall is ahead of UTC. */
  readonly offsetMinutes: number;
}

/** Later than this the question would only confuse: the answer is of yesterday. */
export const maxNudgeAgeMs = 20 * hourMs;

/**
 * Whether it is time to ask. Outside of the hours of the day it waits for them, and if they begin too late, it never is.
 * @param answeredAt milliseconds since 1970, as `now`
 */
export function nudgeMoment(
  answeredAt: number,
  now: number,
  times: NudgeTimes,
): "early" | "now" | "outside-hours" | "never" {
  const age = now - answeredAt;
  if (age > maxNudgeAgeMs) return "never";
  if (age < times.afterHours * hourMs) return "early";
  return isWithinHours(now, times) ? "now" : "outside-hours";
}

function isWithinHours(now: number, { fromHour, toHour, offsetMinutes }: NudgeTimes): boolean {
  const hour = new Date(now + offsetMinutes * minuteMs).getUTCHours();
  return hour >= fromHour && hour < toHour;
}
