import { z } from "zod";
import { parseJson } from "../../../src/lib/parse-json.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { isDm } from "../place.ts";

/** A place that is read back: a DM, or a thread in which the bot has spoken. */
export interface KnownPlace {
  readonly channel: string;
  /** Absent in DMs, which are read with their threads. */
  readonly thread?: string | undefined;
}

/** Where the bot has spoken: without further scopes, Slack lists neither its DMs nor its threads. */
export interface KnownPlaces {
  note(place: KnownPlace): void;
  /** The most recently used first. */
  list(): Promise<readonly KnownPlace[]>;
}

interface KnownPlacesOptions {
  readonly memory: AdapterMemory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const placeSchema = z.object({ channel: z.string(), thread: z.string().optional(), at: z.number() });

const prefix = "place/";
const dayMs = 24 * 3_600_000;
const ttlMs = { dm: 30 * dayMs, thread: 2 * dayMs };
const maxPlaces = 500;
/** A place is written again at most this often, in milliseconds, unless that failed. */
const rewriteIntervalMs = 600_000;

export function createKnownPlaces({ memory, now, onError }: KnownPlacesOptions): KnownPlaces {
  const noted = new Map<string, number>();
  return {
    note: ({ channel, thread }) => {
      const isPrivate = isDm(channel);
      const key = isPrivate ? channel : `${channel}/${thread}`;
      const at = now();
      if (at - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < rewriteIntervalMs) return;
      if (noted.size >= maxPlaces) noted.clear();
      noted.set(key, at);
      const value = JSON.stringify({ channel, ...(!isPrivate && { thread }), at });
      void memory.set(prefix + key, value, isPrivate ? ttlMs.dm : ttlMs.thread).catch((error: unknown) => {
        noted.delete(key);
        onError(error);
      });
    },
    list: async () => {
      const entries = (await memory.list(prefix)).flatMap(({ key, value }) => {
        const place = parseJson(value, placeSchema);
        return place ? [{ key, ...place }] : [];
      });
      const newest = entries.toSorted((a, b) => b.at - a.at);
      for (const { key } of newest.slice(maxPlaces)) await memory.delete(key);
      return newest.slice(0, maxPlaces).map(({ channel, thread }) => ({ channel, thread }));
    },
  };
}
