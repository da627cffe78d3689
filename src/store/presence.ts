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
}

/** How the keys begin under which processes tell of themselves. */
export const presencePrefix = "process/";
/** One that was killed counts as running for so long, in milliseconds. */
export const presenceTtlMs = 30_000;
const renewalMs = 10_000;

const processSchema = z.object({ host: z.string(), pid: z.number() });

/**
 * Tells others on the store that this process runs, until it is stopped. While the store fails nothing is told.
 * @param id unlike that of any other process
 */
export function announceProcess(store: Store, id: string): { stop(): Promise<void> } {
  const key = presencePrefix + id;
  const value = JSON.stringify({ host: hostname(), pid: process.pid });
  const stopping = new AbortController();
  const keepTelling = async () => {
    while (!stopping.signal.aborted) {
      await store.set(key, value, { ttl: presenceTtlMs }).catch(() => {});
      await wait(renewalMs, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
    }
  };
  const telling = keepTelling();
  return {
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
