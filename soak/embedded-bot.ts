import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createHttp, type Http } from "../src/app/http.ts";
import type { Responder } from "../src/conversation/types.ts";
import { createLog } from "../src/insight/log.ts";
import { createRecordFacts } from "../src/insight/record.ts";
import type { Adapter, AdapterOptions } from "../src/platform/adapter.ts";
import type { Handle, Outcome } from "../src/platform/outcome.ts";
import { createAdapterMemory } from "../src/runtime/adapter-memory.ts";
import { createAssistant } from "../src/runtime/assistant.ts";
import { leaseMs } from "../src/runtime/events/claims.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import type { Bot, OnPort } from "./bot.ts";
import type { SkippableClock } from "./skippable-clock.ts";

interface EmbeddedBotOptions {
  readonly createAdapter: (dependencies: AdapterOptions & { readonly http: Http }) => Adapter;
  readonly responder: Responder;
  readonly clock: SkippableClock;
  readonly onPort?: OnPort;
  /** Whether the store fails to receive the event at this attempt. */
  readonly failsToStore?: (id: string) => boolean;
}

const maxRecoveryRounds = 60;
/** cli/start.ts redelivers once a minute; the clock skips ahead instead of waiting. */
const recoveryDelayMs = 500;

/** Signpost inside this process, on the platform's clock. Composed like cli/start.ts. */
export async function startEmbeddedBot(options: EmbeddedBotOptions): Promise<Bot> {
  const { createAdapter, responder, clock, onPort, failsToStore = () => false } = options;
  const folder = mkdtempSync(path.join(tmpdir(), "signpost-soak-"));
  const log = createLog("silent");
  const store = withStoreFailures(createSqliteStore(folder, clock.now), failsToStore);
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
  const adapter = createAdapter({ http, log, memory: createAdapterMemory(store, "soaked") });
  const port = await http.listen();
  onPort?.(port);
  await adapter.start({ ...assistant, handle: trackingSends(assistant.handle, sending) });
  const settle = async () => {
    await assistant.idle();
    await Promise.all(sending);
  };
  const stop = async () => {
    await adapter.stop();
    await assistant.idle();
    await http.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  let stopped: Promise<void> | undefined;
  return {
    settle,
    recover: async () => {
      for (let round = 0; round < maxRecoveryRounds; round++) {
        // Never skip during a send: on a busy machine its timeouts and nonces would expire through no fault of the bot.
        await settle();
        clock.skip(leaseMs + 1000);
        if ((await store.unfinished()).length === 0) return;
        await assistant.redeliverPending([adapter]);
        await wait(recoveryDelayMs);
      }
    },
    crash: () => Promise.reject(new Error("an embedded bot can't be killed")),
    restart: () => Promise.reject(new Error("an embedded bot can't be restarted")),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Keeps the sends in flight in `sending`. */
function trackingSends(handle: Handle, sending: Set<Promise<void>>): Handle {
  return async (...event) => {
    const outcome = await handle(...event);
    const complete: Outcome["complete"] = (send) => {
      const completing = outcome.complete(send).finally(() => sending.delete(completing));
      sending.add(completing);
      return completing;
    };
    return { ...outcome, complete };
  };
}

function withStoreFailures(store: Store, failsToStore: (id: string) => boolean): Store {
  return {
    ...store,
    claim: async (id, body, lasting) => {
      if (failsToStore(id)) throw new Error("the disk is full");
      return store.claim(id, body, lasting);
    },
  };
}
