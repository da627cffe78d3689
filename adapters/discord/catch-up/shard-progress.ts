import type { GatewaySession, SessionRecord } from "./session-record.ts";

/** How far one shard has heard. */
export interface ShardProgress {
  /** A session began that is not the continuation of the one before. */
  begin(): void;
  /** An event came then, in milliseconds since 1970. */
  heard(at: number): void;
  /** A heartbeat that was sent then has been answered: nothing is missing up to it. */
  heartbeatAnswered(at: number): void;
  update(session: GatewaySession | undefined): void;
  /** How far it had heard before the session that it has now; undefined if it has missed nothing. */
  lastHeard(): SessionRecord | undefined;
  /** What was missed since then has been read, unless more was missed meanwhile. */
  caughtUp(since: SessionRecord): Promise<void>;
  /** Called from time to time. */
  writeLast(): Promise<void>;
  /** Takes how far it has heard: what comes later is left to the next process. */
  freeze(): void;
  /** Writes it. */
  close(): Promise<void>;
}

interface ProgressOptions {
  /** What an earlier process left. */
  readonly left: SessionRecord | undefined;
  readonly now: () => number;
  /** Never rejects. */
  readonly write: (record: SessionRecord) => Promise<void>;
}

/**
 * What is written is one interval old, or as old as the session: an event that came since may not be stored yet when
 * the process is killed.
 */
export function createShardProgress({ left, now, write }: ProgressOptions): ShardProgress {
  let before = left;
  let session: GatewaySession | undefined;
  let heardAt: number | undefined;
  let isBehind = false;
  let written: SessionRecord | undefined;
  let frozen: SessionRecord | undefined;

  const current = (): SessionRecord | undefined => {
    const at = isBehind ? before?.heardAt : heardAt;
    return at === undefined ? undefined : { ...(session && { session }), heardAt: at, isBehind };
  };
  const writeIfAny = async (record: SessionRecord | undefined) => {
    if (record) await write(record);
  };

  return {
    begin: () => {
      if (heardAt !== undefined) before = { heardAt: (isBehind && before?.heardAt) || heardAt, isBehind };
      isBehind = before !== undefined;
      written = { ...(session && { session }), heardAt: now(), isBehind: false };
      // Until what was missed is read, the session before is still needed.
      if (!isBehind) void write(written);
    },
    heard: (at) => {
      heardAt = at;
    },
    heartbeatAnswered: (at) => {
      heardAt = Math.max(heardAt ?? 0, at);
    },
    update: (next) => {
      session = next;
    },
    lastHeard: () => (isBehind ? before : undefined),
    caughtUp: async (since) => {
      if (since !== before) return;
      isBehind = false;
      await writeIfAny(written);
    },
    writeLast: async () => {
      if (isBehind || heardAt === undefined) return;
      await writeIfAny(written);
      written = current();
    },
    freeze: () => {
      frozen = current();
    },
    close: () => writeIfAny(frozen),
  };
}
