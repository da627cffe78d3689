import { randomUUID } from "node:crypto";
import type { Logger } from "../lib/logger.ts";
import type { Adapter, Core } from "../platform/adapter.ts";
import type { ConfiguredPlatform } from "../platform/platform.ts";
import { createAdapterMemory } from "../runtime/adapter-memory.ts";
import { leaseMs } from "../runtime/events/claims.ts";
import type { Trace } from "../runtime/trace.ts";
import { announceProcess } from "../store/presence.ts";
import type { Store } from "../store/store.ts";
import { type ComposedCore, checkTeam, composeCore } from "./compose.ts";
import type { Config } from "./config.ts";
import { type Connections, followConnections } from "./connections.ts";
import { createHttp } from "./http.ts";
import { unmeasured } from "./metrics/measures.ts";
import { type CheckReadiness, createReadiness, type Stage } from "./readiness.ts";
import { readinessPage } from "./readiness-page.ts";
import { repeat } from "./repeat.ts";

/** How often unfinished events are looked for, in milliseconds: those of a killed process wait for their lease too. */
const redeliveryIntervalMs = 15_000;

/** How often the leases of what is being answered are renewed, in milliseconds: a third of a lease. */
const renewalIntervalMs = leaseMs / 3;

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
  /** As this process is known to others on the store. */
  readonly process: string;
  /** Tells others on the store that this process takes requests. */
  takesRequests(): Promise<void>;
  /** Stops receiving, lets work in progress finish, then resolves. */
  stop(): Promise<void>;
}

/**
 * Builds the core and the adapters, and resolves once all receive events. The HTTP server listens from the start, so that
 * `/readyz` can tell what is missing.
 * @throws what keeps one of them from starting, after the others were stopped
 */
export async function serve(options: ServeOptions): Promise<Service> {
  const { config, platforms, log, trace, onLearning } = options;
  const names = platforms.map(({ name }) => name);
  const metrics = await openMetrics(config, names);
  const { measures } = metrics ?? { measures: unmeasured };
  const store = measures.store(options.store);
  let adapters: readonly Adapter[] = [];
  let core: ComposedCore | undefined;
  let connections: Connections | undefined;
  let stage: Stage = "starting";
  const http = createHttp({ host: config.HOST, port: config.PORT, isReady: () => stage === "running" });
  const readiness = createReadiness({
    stage: () => stage,
    store,
    knowledge: () => core?.responder().knowledge,
    platforms: names,
    connections: () => connections?.current() ?? [],
  });
  http.mount("/readyz", readinessPage(readiness));
  if (metrics) http.mount("/metrics", metrics.page(readiness));

  const prepare = async (): Promise<ComposedCore> => {
    const composed = await composeCore({
      ...{ config, store, log, measures, now: Date.now, adapters: () => adapters },
      notify: (message, seconds) => {
        log.info(message);
        if (seconds !== undefined) onLearning?.(seconds);
      },
      ...(trace && { trace }),
    });
    core = composed;
    adapters = await Promise.all(
      platforms.map((platform) => {
        const memory = createAdapterMemory(store, platform.name);
        return platform.createAdapter({ http, log, memory });
      }),
    );
    checkTeam(config, adapters);
    return composed;
  };
  const port = await http.listen();
  const id = randomUUID();
  const presence = announceProcess(store, id);
  const prepared = await prepare().catch(async (error: unknown) => {
    await http.close();
    await presence.stop();
    throw error;
  });
  const { assistant } = prepared;

  const redelivery = repeat(redeliveryIntervalMs, () =>
    assistant
      .redeliverPending(adapters)
      .catch((error: unknown) => log.error({ err: error }, "store: reading unfinished events failed")),
  );
  const renewal = repeat(renewalIntervalMs, assistant.renewClaims);
  const waiting = repeat(waitingIntervalMs, () => assistant.lookAfterWaiting());
  const stop = async () => {
    stage = "stopping";
    redelivery.stop();
    waiting.stop();
    assistant.stop();
    connections?.stop();
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await Promise.all([redelivery.idle(), waiting.idle()]);
    await assistant.idle();
    renewal.stop();
    await http.close();
    await presence.stop();
    await store.close();
  };
  connections = followConnections(adapters, Date.now);
  await startAll(adapters, assistant).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  await renewal.start();
  await redelivery.start();
  await waiting.start();
  stage = "running";
  log.info({ port, pid: process.pid, platforms: names }, "ready");
  return { core: prepared, port, process: id, takesRequests: presence.ready, stop };
}

/** What measures the bot, and its page; undefined unless it is switched on, since it takes time to load. */
async function openMetrics({ METRICS, METRICS_TOKEN: token }: Config, platforms: readonly string[]) {
  if (METRICS === "off") return undefined;
  const { createMetrics } = await import("./metrics/create-metrics.ts");
  const { metricsPage } = await import("./metrics/metrics-page.ts");
  const metrics = createMetrics({ platforms });
  return {
    measures: metrics.measures,
    page: (readiness: CheckReadiness) => metricsPage({ metrics, readiness, token }),
  };
}

/** @throws the first failure, once all have started or failed */
async function startAll(adapters: readonly Adapter[], core: Core): Promise<void> {
  const started = await Promise.allSettled(adapters.map((adapter) => adapter.start(core)));
  const failed = started.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
