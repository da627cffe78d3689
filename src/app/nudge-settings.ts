import { z } from "zod";
import type { NudgeTimes } from "../conversation/nudge/nudge-times.ts";

// What is done about answers that got no reaction: the settings NUDGE and TAG_IDLE_POSTS.

const nudgePattern =
  /^after (?<after>\d{1,3}) hours?, ?(?<from>\d{1,2}) ?- ?(?<to>\d{1,2}) UTC(?:(?<sign>[+-])(?<hours>\d{1,2})(?::(?<minutes>\d{2}))?)?$/i;

/** From 2 hours, or it would hurry people, to 19, or it would come after the last hour in which it may. */
const afterRange = { min: 2, max: 19 };
/** The offsets that are in use: UTC-12 to UTC+14. */
const offsetRange = { min: -12 * 60, max: 14 * 60 };
const quarters: readonly number[] = [0, 15, 30, 45];

/**
 * When it is asked whether an answer helped, as in `after 3 hours, 9-21 UTC+7`. The hours of the day are from the first
 * until the second one begins.
 */
export const nudgeSetting = z.string().transform((value, context): NudgeTimes => {
  const { after, from, to, sign = "+", hours = "0", minutes = "0" } = nudgePattern.exec(value)?.groups ?? {};
  if (after === undefined || from === undefined || to === undefined) {
    context.addIssue(`NUDGE ${example}`);
    return z.NEVER;
  }
  const offsetMinutes = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const times = { afterHours: Number(after), fromHour: Number(from), toHour: Number(to), offsetMinutes };
  for (const fault of faultsIn(times, Number(minutes))) context.addIssue(`NUDGE ${fault}`);
  return times;
});

const example =
  "must say how long after the answer, between which hours of the day and in which offset from UTC, as in: after 3 hours, 9-21 UTC+7";

function faultsIn({ afterHours, fromHour, toHour, offsetMinutes }: NudgeTimes, minutes: number) {
  const isWrong = (value: number, { min, max }: typeof afterRange) => value < min || value > max;
  return [
    ...(isWrong(afterHours, afterRange)
      ? [`must be ${afterRange.min} to ${afterRange.max} hours after the answer`]
      : []),
    ...(fromHour >= toHour || toHour > 24
      ? ["must name the hours of one day, the earlier one first, 0 to 24, as in 9-21"]
      : []),
    ...(isWrong(offsetMinutes, offsetRange) || !quarters.includes(minutes)
      ? ["must have an offset of UTC-12 to UTC+14, as in UTC+7 or UTC+5:30"]
      : []),
  ];
}

const idleRange = { min: 1, max: 168 };

/** After how many hours a forum post whose answer got no reaction counts as idle, as in `after 24 hours`. */
export const idleSetting = z.string().transform((value, context): number => {
  const hours = Number(/^after (\d{1,3}) hours?$/i.exec(value)?.[1]);
  if (hours >= idleRange.min && hours <= idleRange.max) return hours;
  context.addIssue(
    `TAG_IDLE_POSTS must say after how many hours, ${idleRange.min} to ${idleRange.max}, as in: after 24 hours`,
  );
  return z.NEVER;
});
