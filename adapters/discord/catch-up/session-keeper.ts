import { type Client, Events, Status } from "discord.js";
import { z } from "zod";
import { parseJson } from "../../../src/lib/parse-json.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";

/** What is needed to resume a session: events/gateway#resuming */
const sessionSchema = z.object({ sessionId: z.string(), resumeURL: z.string(), sequence: z.number() });
export type GatewaySession = Readonly<z.infer<typeof sessionSchema>>;

const recordSchema = z.object({
  session: sessionSchema.exactOptional(),
  /** Until when Discord told the bot everything, in milliseconds since 1970. */
  heardAt: z.number(),
  /** Whether what was missed before was not read to its end. */
  isBehind: z.boolean(),
});
export type SessionRecord = Readonly<z.infer<typeof recordSchema>>;

/** Keeps how far the bot has heard Discord, across restarts. */
export interface SessionKeeper {
  /** Takes what an earlier process left; then writes from time to time. */
  open(): Promise<void>;
  /** Follows a client's events. */
  watch(client: Client): void;
  /** The session of the connection, after each event. */
  update(session: GatewaySession | null): void;
  /** How far the bot had heard before the session that it has now; undefined if it has missed nothing. */
  lastHeard(): SessionRecord | undefined;
  /** What was missed since then has been read, unless more was missed meanwhile. */
  caughtUp(since: SessionRecord): Promise<void>;
  /** Takes how far the bot has heard: what comes later is left to the next process. */
  freeze(): void;
  /** Writes it. */
  close(): Promise<void>;
}

interface KeeperOptions {
  readonly memory: AdapterMemory;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const key = "gateway";
const recordTtlMs = 24 * 3_600_000;
/** How often is written, in milliseconds. */
const writeIntervalMs = 5000;

/**
 * What is written is one interval old, or as old as the session: an event that came since may not be stored yet when
 * the process is killed.
 */
export function createSessionKeeper({ memory, now, onError }: KeeperOptions): SessionKeeper {
  let before: SessionRecord | undefined;
  let session: GatewaySession | undefined;
  let heardAt: number | undefined;
  let isBehind = false;
  let written: SessionRecord | undefined;
  let frozen: SessionRecord | undefined;
  let timer: NodeJS.Timeout | undefined;
  let watched: Client | undefined;

  const current = (): SessionRecord | undefined => {
    const at = isBehind ? before?.heardAt : heardAt;
    return at === undefined ? undefined : { ...(session && { session }), heardAt: at, isBehind };
  };
  const write = async (record: SessionRecord | undefined) => {
    if (record) await memory.set(key, JSON.stringify(record), recordTtlMs).catch(onError);
  };
  const begin = () => {
    if (heardAt !== undefined) before = { heardAt: (isBehind && before?.heardAt) || heardAt, isBehind };
    isBehind = before !== undefined;
    written = { ...(session && { session }), heardAt: now(), isBehind: false };
    // Until what was missed is read, the session before is still needed.
    if (!isBehind) void write(written);
  };
  const hearHeartbeats = () => {
    const answered = [...(watched?.ws.shards.values() ?? [])].filter(({ status }) => status === Status.Ready);
    heardAt = Math.max(heardAt ?? 0, ...answered.map(({ lastPingTimestamp }) => lastPingTimestamp));
  };
  const tick = async () => {
    if (isBehind || heardAt === undefined) return;
    hearHeartbeats();
    await write(written);
    written = current();
  };

  return {
    open: async () => {
      const stored = await memory.get(key);
      before = stored === undefined ? undefined : parseJson(stored, recordSchema);
      timer = setInterval(() => void tick(), writeIntervalMs).unref();
    },
    watch: (client) => {
      watched = client;
      client.on(Events.Raw, ({ t }: { readonly t?: string }) => {
        if (t === "READY") begin();
        heardAt = now();
      });
    },
    update: (next) => {
      session = next ?? undefined;
    },
    lastHeard: () => (isBehind ? before : undefined),
    caughtUp: async (since) => {
      if (since !== before) return;
      isBehind = false;
      await write(written);
    },
    freeze: () => {
      clearInterval(timer);
      frozen = current();
    },
    close: () => write(frozen),
  };
}
