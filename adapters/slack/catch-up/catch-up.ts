import { createStopController } from "../../../src/lib/stop-controller.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { addCounts, emptyCount, type MissedCount } from "../../../src/platform/missed-count.ts";
import { maxTimeAwayMs } from "../../../src/platform/time-away.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import { createCallHistory } from "./call-history.ts";
import { type Absence, createHeardUntil } from "./heard-until.ts";
import { createKnownPlaces, type KnownPlace } from "./known-places.ts";
import { toTs } from "./past-messages.ts";
import { readPlace } from "./read-place.ts";

/** Answers what was written while Slack could not reach the bot. */
export interface CatchUp {
  /** Takes what an earlier process kept. Never rejects. */
  open(): Promise<void>;
  /** Notes a place in which the bot has spoken. */
  note(place: KnownPlace): void;
  /** Slack reaches the bot, or can't any longer; what was missed meanwhile is read. */
  setReached(isReached: boolean, context: HandlerContext): void;
  /** Ends the reading and keeps how far it came. */
  stop(): Promise<void>;
}

interface CatchUpOptions {
  readonly memory: AdapterMemory;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Read again before the bot was lost: clocks differ. What was handled is not answered twice. */
const overlapMs = 60_000;
/** Slack tells an event again after a minute and after five more (apis/events-api), so that little has to be read. */
const retoldMs = 6 * 60_000;
/** Threads of direct messages that began before are not looked at: what is said in them rarely goes on for so long. */
const maxThreadAgeMs = 7 * 24 * 3_600_000;
/** Known places that are read at most, after an absence that Slack makes up for and after a longer one. */
const maxPlaces = { retold: 20, missed: 150 };

export function createCatchUp({ memory, now, onError }: CatchUpOptions): CatchUp {
  const knownPlaces = createKnownPlaces({ memory, now, onError });
  const heardUntil = createHeardUntil({ memory, now, onError });
  const stopping = createStopController();

  const read = async (context: HandlerContext, since: Absence): Promise<void> => {
    const { client, helpChannels, log } = context;
    const { team_id: team = "", user_id: botUser } = await client.auth.test();
    const messageContext = { team, botUser, helpChannels, hasAgentView: context.hasAgentView() };
    const call = createCallHistory({ client, signal: stopping.signal });
    const awayMs = now() - since.at;
    const limit = awayMs < retoldMs ? maxPlaces.retold : maxPlaces.missed;
    const watched = [...helpChannels.keys()].map((channel): KnownPlace => ({ channel }));
    const known = await knownPlaces.list();
    let count: MissedCount = emptyCount;
    for (const place of [...watched, ...known.slice(0, limit)]) {
      if (stopping.signal.aborted) return;
      const oldest = toTs(Math.max(since.at - overlapMs, now() - maxTimeAwayMs));
      const oldestThread = toTs(now() - maxThreadAgeMs);
      count = addCounts(
        count,
        await readPlace(context, { call, messageContext, place, oldest, oldestThread }),
      );
    }
    heardUntil.caughtUp(since);
    const unreadPlaces = Math.max(0, known.length - limit);
    log.info(
      { secondsAway: Math.round(awayMs / 1000), ...count, unreadPlaces },
      "slack: read what was missed",
    );
  };

  return {
    open: () => heardUntil.open().catch(onError),
    note: knownPlaces.note,
    setReached: (isReached, context) => {
      heardUntil.setReached(isReached);
      const since = heardUntil.missedSince();
      if (!isReached || since === undefined) return;
      void read(context, since).catch((error: unknown) => {
        if (!stopping.signal.aborted) onError(error);
      });
    },
    stop: async () => {
      stopping.abort();
      await heardUntil.close();
    },
  };
}
