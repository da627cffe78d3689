import { type Client, SnowflakeUtil } from "discord.js";
import { createStopController } from "../../../src/lib/stop-controller.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { emptyCount, type MissedCount } from "../../../src/platform/missed-count.ts";
import { maxTimeAwayMs } from "../../../src/platform/time-away.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import { answerMissed } from "./answer-missed.ts";
import { createKnownDms } from "./known-dms.ts";
import { changedPlaces } from "./places-to-read.ts";
import { type Replay, replaySession } from "./replay-session.ts";
import type { SessionKeeper } from "./session-keeper.ts";
import type { SessionRecord } from "./session-record.ts";

/** Answers what was written while the bot was away. */
export interface CatchUp {
  /** Called with each client before it connects. */
  watch(client: Client): void;
  /** Reads what a shard missed before its session began. Rejects if the memory is broken. */
  run(context: HandlerContext, shard: number): Promise<void>;
  /** Lets a run end after the place that it reads; the rest is left to the next process. */
  stop(): void;
}

interface CatchUpOptions {
  readonly memory: AdapterMemory;
  readonly keeper: SessionKeeper;
  readonly token: string;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

interface Gap {
  readonly shard: number;
  readonly gap: SessionRecord;
}

/** Channels, threads and direct messages that are read at most, for each shard. */
const maxPlaces = 600;
/** Read again before the time until which all was heard: clocks differ. What was handled is not answered twice. */
const overlapMs = 60_000;

export function createCatchUp({ memory, keeper, token, now, onError }: CatchUpOptions): CatchUp {
  const knownDms = createKnownDms({ memory, now, onError });
  const stopping = createStopController();
  const { signal } = stopping;

  /** Where something may have been missed, by a replay alone if it tells of everything. */
  const findPlaces = async (
    { client, helpChannels }: HandlerContext,
    { shard, gap, replay, after }: Gap & { readonly replay: Replay; readonly after: string },
  ): Promise<readonly string[]> => {
    const told = replay.kind === "replayed" ? [...replay.channels] : [];
    if (replay.kind === "replayed" && !gap.isBehind) return told;
    const changed = changedPlaces(client(), { helpChannels, shard, after });
    // Direct messages come to the first shard: events/gateway#sharding
    return [...new Set([...told, ...changed, ...(shard === 0 ? await knownDms.list() : [])])];
  };

  const readGap = async (context: HandlerContext, { shard, gap }: Gap): Promise<void> => {
    const from = Math.max(gap.heardAt - overlapMs, now() - maxTimeAwayMs);
    const after = SnowflakeUtil.generate({ timestamp: from }).toString();
    const replay = gap.session ? await replaySession(gap.session, token) : ({ kind: "over" } as const);
    const places = await findPlaces(context, { shard, gap, replay, after });
    const sends: Promise<unknown>[] = [];
    let count = emptyCount;
    for (const place of places.slice(0, maxPlaces)) {
      if (signal.aborted) break;
      const background = (send: Promise<unknown>) => sends.push(send);
      count = await answerMissed(context, { place, after, count, background, signal });
    }
    if (!signal.aborted) {
      await keeper.caughtUp(shard, gap);
      report(context, { shard, gap, replay, count, unreadPlaces: Math.max(0, places.length - maxPlaces) });
    }
    await Promise.all(sends);
  };

  return {
    watch: (client) => {
      keeper.watch(client);
      knownDms.watch(client);
    },
    run: async (context, shard) => {
      const gap = keeper.lastHeard(shard);
      if (gap) await readGap(context, { shard, gap });
    },
    stop: () => stopping.abort(),
  };

  function report(
    { log }: HandlerContext,
    about: Gap & {
      readonly replay: Replay;
      readonly count: MissedCount;
      readonly unreadPlaces: number;
    },
  ): void {
    const { shard, gap, replay, count, unreadPlaces } = about;
    const away = { secondsAway: Math.round((now() - gap.heardAt) / 1000), session: replay.kind };
    const interactions = replay.kind === "replayed" ? { interactions: replay.interactions } : {};
    log.info({ shard, ...away, ...interactions, ...count, unreadPlaces }, "discord: read what was missed");
  }
}
