import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createHttp, type Http } from "../src/app/http.ts";
import type { Responder } from "../src/conversation/types.ts";
import { createLog } from "../src/insight/log.ts";
import { createRecordFacts } from "../src/insight/record.ts";
import type { Logger } from "../src/lib/logger.ts";
import type { Adapter } from "../src/platform/adapter.ts";
import type { Handle, Outcome } from "../src/platform/outcome.ts";
import { createAssistant } from "../src/runtime/assistant.ts";
import { leaseMs } from "../src/runtime/claims.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import type { Bot, OnPort } from "./bot.ts";
import type { LeapingClock } from "./clock.ts";

interface InsideParts {
  readonly createAdapter: (parts: { readonly http: Http; readonly log: Logger }) => Adapter;
  readonly responder: Responder;
  readonly clock: LeapingClock;
  readonly onPort?: OnPort;
  /** Whether the store refuses an event at this attempt. */
  readonly refuses?: (id: string) => boolean;
}

/** A minute apart by the bot's clock, as cli/start.ts does it; in fact milliseconds. What is under way is left alone. */
const recoveries = 60;
const betweenRecoveries = 500;

/** Signpost within this process, on the platform's clock: put together as cli/start.ts does it. */
export async function startInside(parts: InsideParts): Promise<Bot> {
  const { createAdapter, responder, clock, onPort, refuses = () => false } = parts;
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  const log = createLog("silent");
  const store = refusing(createSqliteStore(folder, clock.now), refuses);
  const assistant = createAssistant({
    responder: () => responder,
    store,
    record: createRecordFacts({ log, store }),
    log,
    defaultLocale: "en",
    now: clock.now,
  });
  const sending = new Set<Promise<void>>();
  const http = createHttp({ host: "127.0.0.1", port: 0, isReady: () => true });
  const adapter = createAdapter({ http, log });
  const port = await http.listen();
  onPort?.(port);
  await adapter.start({ ...assistant, handle: noting(assistant.handle, sending) });
  return {
    recover: async () => {
      for (let tries = 0; tries < recoveries; tries++) {
        // Minutes that pass while a request waits for its turn on a busy machine would be none of the bot's doing.
        await assistant.idle();
        await Promise.all(sending);
        clock.leap(leaseMs + 1000);
        if ((await store.unfinished()).length === 0) return;
        await assistant.redeliverPending([adapter]);
        await wait(betweenRecoveries);
      }
    },
    crash: () => Promise.reject(new Error("what runs inside can't be killed")),
    stop: async () => {
      await adapter.stop();
      await assistant.idle();
      await http.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Notes what is being sent. */
function noting(handle: Handle, sending: Set<Promise<void>>): Handle {
  return async (incoming) => {
    const outcome = await handle(incoming);
    const complete: Outcome["complete"] = (send) => {
      const completing = outcome.complete(send).finally(() => sending.delete(completing));
      sending.add(completing);
      return completing;
    };
    return { ...outcome, complete };
  };
}

function refusing(store: Store, refuses: (id: string) => boolean): Store {
  return {
    ...store,
    claim: async (id, body, lasting) => {
      if (refuses(id)) throw new Error("the disk is full");
      return store.claim(id, body, lasting);
    },
  };
}
