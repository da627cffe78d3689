import { z } from "zod";
import { parseJson } from "../../../src/lib/parse-json.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";

/** A time without Slack, by its beginning. Each is an object of its own, also where a later one begins at the same time. */
export interface Absence {
  readonly at: number;
}

/** Keeps until when Slack could reach the bot, across restarts. Times are milliseconds since 1970. */
export interface HeardUntil {
  /** Takes what an earlier process left; then writes from time to time. */
  open(): Promise<void>;
  /** Slack reaches the bot, or can't any longer. */
  setReached(isReached: boolean): void;
  /** Since when something may have been missed; undefined if nothing was. */
  missedSince(): Absence | undefined;
  /** What was missed since then is read, unless more was missed meanwhile. */
  caughtUp(since: Absence): void;
  /** Writes it; what comes later is left to the next process. */
  close(): Promise<void>;
}

interface HeardOptions {
  readonly memory: AdapterMemory;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const key = "heard";
const recordSchema = z.object({ at: z.number() });
const recordTtlMs = 24 * 3_600_000;
const writeIntervalMs = 15_000;

export function createHeardUntil({ memory, now, onError }: HeardOptions): HeardUntil {
  let isReached = false;
  /** Until when the bot was reached, while it is not. */
  let lostAt: number | undefined;
  let missed: Absence | undefined;
  let timer: NodeJS.Timeout | undefined;

  const heardAt = () => missed?.at ?? (isReached ? now() : lostAt);
  const write = async () => {
    const at = heardAt();
    if (at !== undefined) await memory.set(key, JSON.stringify({ at }), recordTtlMs).catch(onError);
  };
  return {
    open: async () => {
      const stored = await memory.get(key);
      lostAt = stored === undefined ? undefined : parseJson(stored, recordSchema)?.at;
      timer = setInterval(() => void write(), writeIntervalMs).unref();
    },
    setReached: (next) => {
      if (next === isReached) return;
      const at = missed?.at ?? lostAt;
      if (!next) lostAt = now();
      else if (at !== undefined) missed = { at };
      isReached = next;
      void write();
    },
    missedSince: () => missed,
    caughtUp: (since) => {
      if (missed === since) missed = undefined;
    },
    close: async () => {
      clearInterval(timer);
      await write();
      isReached = false;
      lostAt = undefined;
    },
  };
}
