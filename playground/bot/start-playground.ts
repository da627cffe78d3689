import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { platforms } from "../../adapters/platforms.ts";
import { type Guild, startGuild } from "../../local/discord/guild.ts";
import { startWorkspace, type Workspace } from "../../local/slack/workspace.ts";
import type { ComposedCore } from "../../src/app/compose.ts";
import { type Config, readConfig } from "../../src/app/config.ts";
import { serve } from "../../src/app/serve.ts";
import type { Logger } from "../../src/lib/logger.ts";
import type { ConfiguredPlatform } from "../../src/platform/platform.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import { type Page, startPage } from "../server/page.ts";
import type { SlackMenu } from "../slack/view.ts";
import { createBackstage } from "./create-backstage.ts";
import { createKnowledgeWatch } from "./knowledge-watch.ts";
import { type Scene, setScene } from "./scene.ts";
import { createTurns } from "./turns.ts";

interface Options {
  readonly log: Logger;
  /** Told the page's address as soon as it is there; the bot may still be learning. */
  readonly opened: (url: string) => void;
}

export interface Playground {
  readonly url: string;
  readonly workspace: Workspace;
  readonly guild: Guild;
  stop(): Promise<void>;
}

/**
 * The bot as people meet it: the adapters and their SDKs on a Slack workspace and a Discord server of our own, and a
 * page that shows them. Nothing that is said is kept.
 * @throws what keeps the bot from starting, after the page was closed
 */
export async function startPlayground(config: Config, { log, opened }: Options): Promise<Playground> {
  // Everything is on loopback and used by one person, so that no limit of the platforms is in the way.
  const unlimited = Number.POSITIVE_INFINITY;
  const [workspace, guild] = await Promise.all([
    startWorkspace({ burst: unlimited }),
    startGuild({ burst: unlimited, perSecond: unlimited, privileged: ["MessageContent"] }),
  ]);
  const scene = setScene(workspace, guild);
  const store = createMemoryStore(Date.now);
  const watch = createKnowledgeWatch(config.KNOWLEDGE_DIR);
  let core: ComposedCore | undefined;
  const responder = () => core?.responder();
  const locale = config.DEFAULT_LOCALE;
  const turns = createTurns({ responder, locale, changed: watch.changed });
  const backstage = createBackstage({ responder, turns, store, watch, folder: config.KNOWLEDGE_DIR, locale });
  const page = await startPage({ workspace, guild, backstage, menu: readMenu(), port: config.PORT });
  opened(page.url);

  const parts = { workspace, guild, page };
  const playing: Config = {
    ...config,
    KEEP_UNANSWERED: "yes",
    TEAM_CHANNEL: { adapter: "slack", channel: scene.slackTeam },
    HOST: "127.0.0.1",
    PORT: 0,
  };
  const service = await serve({
    config: playing,
    platforms: configure(workspace, guild, scene),
    store,
    log,
    trace: turns.trace,
  }).catch(async (error: unknown) => {
    watch.stop();
    await close(parts);
    throw error;
  });
  core = service.core;
  watch.start(service.core.reload);
  return {
    url: page.url,
    workspace,
    guild,
    stop: async () => {
      watch.stop();
      await service.stop();
      await close(parts);
    },
  };
}

interface Parts {
  readonly workspace: Workspace;
  readonly guild: Guild;
  readonly page: Page;
}

async function close({ page, workspace, guild }: Parts): Promise<void> {
  await Promise.all([page.close(), workspace.close(), guild.close()]);
}

/** The registered platforms with the settings that somebody would put into .env for these two. */
function configure(workspace: Workspace, guild: Guild, scene: Scene): readonly ConfiguredPlatform[] {
  const settings = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
    SLACK_HELP_CHANNELS: scene.slackHelp,
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
    DISCORD_HELP_CHANNELS: `${scene.discordHelp},${scene.discordForum}`,
  };
  return readConfig(settings, platforms).platforms;
}

const manifest = z.object({
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), type: z.string() })).default([]),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().optional() }))
      .default([]),
  }),
});

/** What Slack would offer of the app: it stands in its manifest. */
function readMenu(): SlackMenu {
  const file = path.join(import.meta.dirname, "..", "..", "adapters", "slack", "manifest.json");
  const { features } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  return { commands: features.slash_commands, shortcuts: features.shortcuts };
}
