import { z } from "zod";
import { maxNudgeAgeMs } from "../../conversation/nudge/nudge-times.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { addressSchema, type Incoming } from "../../platform/incoming.ts";
import type { StoredValue, Write } from "../../store/store.ts";
import type { Unreacted } from "../runtime-options.ts";
import { waitingKey } from "../session/session-keys.ts";
import { sessionTtlMs } from "../session/session-writes.ts";

const hourMs = 3_600_000;

/**
 * What a conversation waits for, of one person: an answer for a reaction, and a mark to be taken back.
 * Stored; what earlier versions wrote must stay readable.
 */
const waitingSchema = z.object({
  person: z.string(),
  address: addressSchema.readonly(),
  place: z.enum(["private", "channel"]),
  locale: z.string(),
  /** The answer that got no reaction yet: its entry, and when it was given, in milliseconds since 1970. */
  answer: z.object({ entry: z.string(), at: z.number() }).readonly().exactOptional(),
  /** Whether it was asked about, or is not to be. */
  isAsked: z.literal(true).exactOptional(),
  /** `set`: the post is marked as idle. `over`: it still has the mark, although somebody reacted. */
  mark: z.enum(["set", "over"]).exactOptional(),
});
export type Waiting = Readonly<z.infer<typeof waitingSchema>>;

/** Undefined for what is over, or can't be read. */
export function readWaiting(stored: Pick<StoredValue, "value"> | undefined): Waiting | undefined {
  return stored && parseJson(stored.value, waitingSchema);
}

/** One as it was found in the store. */
export interface FoundWaiting extends Pick<StoredValue, "version"> {
  readonly conversation: string;
  readonly waiting: Waiting;
}

/** After so many milliseconds nothing comes of an answer any more. */
export function maxWaitMs({ nudge, idleAfterHours }: Unreacted): number {
  const maxIdleMs = idleAfterHours === undefined ? 0 : (idleAfterHours + 24) * hourMs;
  return Math.max(nudge ? maxNudgeAgeMs : 0, maxIdleMs);
}

/** How long it is tried to take a mark back. */
const overTtlMs = hourMs;

type Change = Write & { readonly kind: "set" };

/** @param maxAgeMs how long after the answer something may still come of it */
export function writeWaiting(
  { conversation }: Pick<Incoming, "conversation">,
  waiting: Waiting | undefined,
  maxAgeMs: number,
): Change {
  const key = waitingKey({ conversation });
  // One that is over expires at once: only that can depend on the version.
  if (!waiting) return { kind: "set", key, value: "", ttl: 1 };
  return { kind: "set", key, value: JSON.stringify(waiting), ttl: ttlOf(waiting, maxAgeMs) };
}

function ttlOf({ answer, mark }: Waiting, maxAgeMs: number): number {
  if (mark === "set") return sessionTtlMs;
  return answer ? maxAgeMs + hourMs : overTtlMs;
}
