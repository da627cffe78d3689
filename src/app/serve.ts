import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "../lib/logger.ts";
import type { Adapter, Core } from "../platform/adapter.ts";
import type { ConfiguredPlatform } from "../platform/platform.ts";
import { createAdapterMemory } from "../runtime/adapter-memory.ts";
import type { Trace } from "../runtime/trace.ts";
import type { Store } from "../store/store.ts";
import { type ComposedCore, checkTeam, composeCore } from "./compose.ts";
import type { Config } from "./config.ts";
import { findFaults } from "./find-faults.ts";
import { createHttp } from "./http.ts";

/** How often unfinished events are looked for, in milliseconds: those of a killed process wait for their lease too. */
const redeliveryIntervalMs = 15_000;

/** How often answers without a reaction are looked after, in milliseconds: what comes of them is hours away. */
const waitingIntervalMs = 5 * 60_000;

interface ServeOptions {
  readonly config: Config;
  readonly platforms: readonly ConfiguredPlatform[];
  /** Closed at the end. */
  readonly store: Store;
  readonly log: Logger;
  readonly trace?: Trace;
  /** Told before the knowledge is learned, with the seconds that it will take. */
  readonly onLearning?: (seconds: number) => void;
}

/** The running bot. */
export interface Service {
  readonly core: ComposedCore;
  readonly port: number;
  /** Stops receiving, lets work in progress finish, then resolves. */
  stop(): Promise<void>;
}

/**
 * Builds the core and the adapters, and resolves once all receive events.
 * @throws what keeps one of them from starting, after the others were stopped
 */
export async function serve({
  config,
  platforms,
  store,
  log,
  trace,
  onLearning,
}: ServeOptions): Promise<Service> {
  let adapters: readonly Adapter[] = [];
  const core = await composeCore({
    config,
    store,
    log,
    now: Date.now,
    notify: (message, seconds) => {
      log.info(message);
      if (seconds !== undefined) onLearning?.(seconds);
    },
    adapters: () => adapters,
    ...(trace && { trace }),
  });
  const { assistant } = core;
  let isReady = false;
  const http = createHttp({
    host: config.HOST,
    port: config.PORT,
    isReady: () => isReady,
    findFaults: () => findFaults(store, adapters),
  });
  adapters = await Promise.all(
    platforms.map((platform) => {
      const memory = createAdapterMemory(store, platform.name);
      return platform.createAdapter({ http, log, memory });
    }),
  );
  checkTeam(config, adapters);

  const redelivery = repeat(redeliveryIntervalMs, () =>
    assistant
      .redeliverPending(adapters)
      .catch((error: unknown) => log.error({ err: error }, "store: reading unfinished events failed")),
  );
  const waiting = repeat(waitingIntervalMs, () => assistant.lookAfterWaiting());
  const stop = async () => {
    isReady = false;
    redelivery.stop();
    waiting.stop();
    assistant.stop();
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await Promise.all([redelivery.idle(), waiting.idle()]);
    await assistant.idle();
    await http.close();
    await store.close();
  };
  const port = await http.listen();
  await startAll(adapters, assistant).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  await redelivery.start();
  await waiting.start();
  isReady = true;
  log.info({ port, pid: process.pid, platforms: adapters.map(({ name }) => name) }, "ready");
  return { core, port, stop };
}

/** @throws the first failure, once all have started or failed */
async function startAll(adapters: readonly Adapter[], core: Core): Promise<void> {
  const started = await Promise.allSettled(adapters.map((adapter) => adapter.start(core)));
  const failed = started.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** How long the first run holds up what follows, in milliseconds: a platform may take minutes to accept an answer. */
const maxFirstRunMs = 5000;

/** How long one that is running at the end is waited for, in milliseconds. */
const maxLastRunMs = 2000;

/** Runs something now and then every so many milliseconds. */
function repeat(intervalMs: number, run: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();
  const runOnce = (): Promise<void> => {
    const one = run().finally(() => running.delete(one));
    running.add(one);
    return one;
  };
  const within = (milliseconds: number, work: Promise<unknown>) =>
    Promise.race([work, wait(milliseconds, undefined, { ref: false })]);
  return {
    start: async (): Promise<void> => {
      timer = setInterval(runOnce, intervalMs);
      await within(maxFirstRunMs, runOnce());
    },
    stop: (): void => clearInterval(timer),
    /** Resolves when nothing is running, or after a time. */
    idle: async (): Promise<void> => {
      await within(maxLastRunMs, Promise.all(running));
    },
  };
}
