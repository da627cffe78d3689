import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { parseJson } from "../lib/parse-json.ts";
import type { Store } from "./store.ts";

/** A process that runs on a store. */
export interface RunningProcess {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** Whether it takes requests, such as to reload the knowledge; one that starts does not. */
  readonly isReady: boolean;
}

/** What this process tells of itself. */
export interface Presence {
  /** Tells that it takes requests from now on. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** How the keys begin under which processes tell of themselves. */
export const presencePrefix = "process/";
/** One that was killed counts as running for so long, in milliseconds. */
export const presenceTtlMs = 30_000;
const renewalMs = 10_000;

const processSchema = z.object({ host: z.string(), pid: z.number(), isReady: z.boolean() });

/**
 * Tells others on the store that this process runs, until it is stopped. While the store fails nothing is told.
 * @param id unlike that of any other process
 */
export function announceProcess(store: Store, id: string): Presence {
  const key = presencePrefix + id;
  let isReady = false;
  const stopping = new AbortController();
  const tell = async () => {
    const value = JSON.stringify({ host: hostname(), pid: process.pid, isReady });
    await store.set(key, value, { ttl: presenceTtlMs }).catch(() => {});
  };
  const keepTelling = async () => {
    while (!stopping.signal.aborted) {
      await tell();
      await wait(renewalMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
    }
  };
  const telling = keepTelling();
  return {
    ready: () => {
      isReady = true;
      return tell();
    },
    stop: async () => {
      stopping.abort();
      await telling;
      await store.write([{ kind: "delete", key }]).catch(() => {});
    },
  };
}

/** The processes that run on the store, and those that were killed a moment ago. */
export async function runningProcesses(store: Pick<Store, "find">): Promise<readonly RunningProcess[]> {
  const found = await store.find({ startsWith: presencePrefix });
  return found.flatMap(({ key, value }) => {
    const read = parseJson(value, processSchema);
    return read ? [{ id: key.slice(presencePrefix.length), ...read }] : [];
  });
}
