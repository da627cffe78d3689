import { createHash } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../../lib/parse-json.ts";
import { spend, type Verdict } from "../../lib/rate-limit.ts";
import type { Clock, Store } from "../../store/store.ts";
import { inStoreTime } from "../store-call.ts";
import { pauseMs, rates } from "./rates.ts";

/** Before the hash of a person, in the keys of what they have asked. */
export const limitPrefix = "limit/";

/**
 * Counts what a person addresses to the bot in all processes together. Where the store fails, or others count at the same
 * time again and again, it is allowed.
 */
export type TakeOfPerson = (person: string) => Promise<Verdict>;

const allowanceSchema = z.object({ left: z.number(), at: z.number(), closedAt: z.number().optional() });

const limit = { rate: rates.person, pauseMs };
/** After so long, in milliseconds, nothing is left of what was taken, or of the pause. */
const ttlMs = Math.max(pauseMs, (rates.person.burst / rates.person.perMinute) * 60_000);
const maxAttempts = 5;

export function createSharedLimit(store: Store, now: Clock): TakeOfPerson {
  const takeOnce = async (key: string): Promise<Verdict | undefined> => {
    const stored = await inStoreTime(store.get(key));
    const before = stored && parseJson(stored.value, allowanceSchema);
    const { verdict, allowance } = spend(before, limit, now());
    const options = { ttl: ttlMs, ifVersion: stored?.version ?? 0 };
    return (await inStoreTime(store.set(key, JSON.stringify(allowance), options))) ? verdict : undefined;
  };
  return async (person) => {
    try {
      for (let count = 1; count <= maxAttempts; count += 1) {
        const verdict = await takeOnce(keyOf(person));
        if (verdict) return verdict;
      }
    } catch {
      // The answer meets the same fault, and tells of it.
    }
    return "allowed";
  };
}

/** Names nobody, so that nothing of a person is left who was forgotten. */
function keyOf(person: string): string {
  return `${limitPrefix}${createHash("sha256").update(person).digest("base64url")}`;
}
