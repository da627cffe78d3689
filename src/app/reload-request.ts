import { z } from "zod";
import type { Logger } from "../lib/logger.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Store } from "../store/store.ts";
import type { Reloaded } from "./reloadable-responder.ts";

/** How a request is going, as the running bot tells it through the store. */
const progressSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reading") }),
  z.object({ kind: z.literal("read") }),
  z.object({ kind: z.literal("unusable"), why: z.string() }),
]);
export type ReloadProgress = Readonly<z.infer<typeof progressSchema>>;

const requestKey = "reload-request";
/** One for each process that took the request. */
const progressKey = (id: string, process: string) => `reload-progress:${id}/${process}`;
/** Longer than any reading of the knowledge takes. */
const requestTtlMs = 600_000;
const checkMs = 1000;

/** Asks every process that runs on this store to reload its knowledge. */
export async function requestReload(store: Store, id: string): Promise<void> {
  await store.set(requestKey, id, { ttl: requestTtlMs });
}

/** How a request is going so far, by the processes that have taken it. */
export async function readProgress(store: Store, id: string): Promise<ReadonlyMap<string, ReloadProgress>> {
  const start = progressKey(id, "");
  const found = await store.find({ startsWith: start });
  return new Map(
    found.flatMap(({ key, value }) => {
      const progress = parseJson(value, progressSchema);
      return progress ? [[key.slice(start.length), progress]] : [];
    }),
  );
}

interface FollowOptions {
  readonly store: Store;
  readonly reload: () => Promise<Reloaded>;
  readonly log: Logger;
  /** As this process is known to others on the store. */
  readonly process: string;
}

/**
 * Looks for requests in the store once a second, and does each once. Those from before the call are ignored.
 * @returns stops looking
 */
export async function followReloadRequests({
  store,
  reload,
  log,
  process,
}: FollowOptions): Promise<() => void> {
  let last = (await store.get(requestKey).catch(() => undefined))?.value;
  let isFailing = false;
  const tell = (id: string, progress: ReloadProgress) =>
    store.set(progressKey(id, process), JSON.stringify(progress), { ttl: requestTtlMs });
  const check = async () => {
    const id = (await store.get(requestKey))?.value;
    isFailing = false;
    if (id === undefined || id === last) return;
    last = id;
    await tell(id, { kind: "reading" });
    await tell(id, toProgress(await reload()));
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => {
      if (!isFailing) log.warn({ err: error }, "reload: reading the request failed");
      isFailing = true;
    });
  }, checkMs);
  return () => clearInterval(timer);
}

function toProgress(reloaded: Reloaded): ReloadProgress {
  if (reloaded.kind === "read") return reloaded;
  const { error } = reloaded;
  return { kind: "unusable", why: error instanceof Error ? error.message : String(error) };
}
