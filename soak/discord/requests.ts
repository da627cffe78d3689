import { below, type Random } from "../../bench/random.ts";

/** The first response to an interaction, and a message: the requests that answer. */
export const callback = "POST /interactions/{interaction}/{token}/callback";
export const message = "POST /channels/{channel}/messages";
/** What was written in a channel, which is read back after a session was lost. */
export const history = "GET /channels/{channel}/messages";

/** One of the items, by chance. */
export function pick<T>(items: readonly [T, ...T[]], random: Random): T {
  return items[below(items.length, random)] ?? items[0];
}
