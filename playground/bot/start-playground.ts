import type { ComposedCore } from "../../src/app/compose.ts";
import { type Config, readConfig } from "../../src/app/config.ts";
import { serve } from "../../src/app/serve.ts";
import type { Logger } from "../../src/lib/logger.ts";
import type { Platform } from "../../src/platform/platform.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { LocalPlatform } from "../server/local-platform.ts";
import { startPage } from "../server/page.ts";
import { createCoreView } from "./create-core-view.ts";
import { createKnowledgeWatch } from "./knowledge-watch.ts";
import { createTurns } from "./turns.ts";

interface PlaygroundOptions {
  /** The registered platforms. */
  readonly platforms: readonly Platform[];
  /** Those of them that run on this machine. They are closed with the playground. */
  readonly locals: readonly LocalPlatform[];
  readonly log: Logger;
  /** Called with the page's address as soon as it can be opened. The bot starts once this is done. */
  readonly opened: (url: string) => void | Promise<void>;
}

export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Runs the bot with its real adapters on local platforms, and a page that shows them. Everything is in memory.
 * @throws if the page or the bot can't start, after closing the page and the local platforms
 */
export async function startPlayground(config: Config, options: PlaygroundOptions): Promise<Playground> {
  const { platforms, locals, log, opened } = options;
  const store = createMemoryStore(Date.now);
  const watch = createKnowledgeWatch(config.KNOWLEDGE_DIR);
  let core: ComposedCore | undefined;
  const responder = () => core?.responder();
  const locale = config.DEFAULT_LOCALE;
  const turns = createTurns({ responder, locale, onChange: watch.notify });
  const coreView = createCoreView({ responder, turns, store, watch, folder: config.KNOWLEDGE_DIR, locale });
  const closeLocals = () => Promise.all(locals.map((local) => local.close()));
  const page = await orClose(closeLocals, () =>
    startPage({ platforms: locals, coreView, port: config.PORT }),
  );

  const close = async () => {
    watch.stop();
    await Promise.all([page.close(), closeLocals()]);
  };
  const service = await orClose(close, async () => {
    await opened(page.url);
    return serve({
      config: toPlaygroundConfig(config, locals),
      platforms: readConfig(settingsOf(locals), platforms).platforms,
      store,
      log,
      trace: turns.trace,
      onLearning: watch.expect,
    });
  });
  core = service.core;
  watch.start(service.core.reload);
  return {
    url: page.url,
    stop: async () => {
      watch.stop();
      await service.stop();
      await close();
    },
  };
}

async function orClose<T>(close: () => Promise<unknown>, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    await close();
    throw error;
  }
}

/** The team is on the first platform that has a channel for it. */
function toPlaygroundConfig(config: Config, locals: readonly LocalPlatform[]): Config {
  const [team] = locals.flatMap(({ name, teamChannel }) =>
    teamChannel === undefined ? [] : [{ adapter: name, channel: teamChannel }],
  );
  return { ...config, KEEP_UNANSWERED: "yes", TEAM_CHANNEL: team, HOST: "127.0.0.1", PORT: 0 };
}

function settingsOf(locals: readonly LocalPlatform[]): Readonly<Record<string, string>> {
  return Object.assign({}, ...locals.map(({ settings }) => settings));
}
