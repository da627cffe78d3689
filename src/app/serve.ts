import type { Logger } from "../lib/logger.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { ConfiguredPlatform } from "../platform/platform.ts";
import { leaseMs } from "../runtime/assistant.ts";
import type { Trace } from "../runtime/trace.ts";
import type { Store } from "../store/store.ts";
import { type ComposedCore, checkTeam, composeCore } from "./compose.ts";
import type { Config } from "./config.ts";
import { createHttp } from "./http.ts";

interface ServeOptions {
  readonly config: Config;
  readonly platforms: readonly ConfiguredPlatform[];
  /** Closed at the end. */
  readonly store: Store;
  readonly log: Logger;
  readonly trace?: Trace;
}

/** The bot at work. */
export interface Service {
  readonly core: ComposedCore;
  readonly port: number;
  /** Stops receiving, lets what is under way finish, and resolves then. */
  stop(): Promise<void>;
}

/**
 * Builds the core and the adapters, and resolves once all receive events.
 * @throws what keeps one of them from starting, after the others were stopped
 */
export async function serve({ config, platforms, store, log, trace }: ServeOptions): Promise<Service> {
  const notify = (message: string) => log.info(message);
  let adapters: readonly Adapter[] = [];
  const core = await composeCore({
    config,
    store,
    log,
    now: Date.now,
    notify,
    adapters: () => adapters,
    ...(trace && { trace }),
  });
  const { assistant } = core;
  let isReady = false;
  const isReceiving = () => adapters.every((adapter) => adapter.isReceiving?.() ?? true);
  const http = createHttp({ host: config.HOST, port: config.PORT, isReady: () => isReady && isReceiving() });
  adapters = await Promise.all(platforms.map((platform) => platform.createAdapter({ http, log })));
  checkTeam(config, adapters);
  const recover = () =>
    assistant
      .redeliverPending(adapters)
      .catch((error: unknown) => log.error({ err: error }, "the unanswered can't be read"));

  let recovery: NodeJS.Timeout | undefined;
  const stop = async () => {
    isReady = false;
    clearInterval(recovery);
    await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
    await assistant.idle();
    await http.close();
    await store.close();
  };
  const port = await http.listen();
  const started = await Promise.allSettled(adapters.map((adapter) => adapter.start(assistant)));
  const failed = started.find((result) => result.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  await recover();
  recovery = setInterval(recover, leaseMs);
  isReady = true;
  log.info({ port, platforms: adapters.map(({ name }) => name) }, "ready");
  return { core, port, stop };
}
