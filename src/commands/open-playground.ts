import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { createDiscord } from "../../adapters/discord/index.ts";
import { discordSettings } from "../../adapters/discord/settings.ts";
import { createSlack } from "../../adapters/slack/index.ts";
import { slackSettings } from "../../adapters/slack/settings.ts";
import { startGuild } from "../../playground/discord/guild.ts";
import type { KnowledgeState } from "../../playground/page/backstage.ts";
import { startPage } from "../../playground/page/page.ts";
import { setScene } from "../../playground/page/scene.ts";
import type { SlackMenu } from "../../playground/page/slack-view.ts";
import { startWorkspace } from "../../playground/slack/workspace.ts";
import type { Core, Reloaded } from "../compose.ts";
import type { Config } from "../config.ts";
import { createLog } from "../insight/log.ts";
import { formatFault, KnowledgeError } from "../knowledge/fault.ts";
import { type CreateAdapter, serve } from "../serve.ts";
import { createMemoryStore } from "../store/memory.ts";
import { createBackstage } from "./playground/backstage.ts";
import { createTurns } from "./playground/turns.ts";
import { watchFolder } from "./playground/watch-folder.ts";

interface Options {
  /** Says which settings make it the real thing. */
  readonly nothingSet: string;
  readonly opensBrowser: boolean;
}

/**
 * The bot as people meet it, in a browser: the adapters and their SDKs on a Slack workspace and a Discord server of
 * our own, until the process is told to end. Nothing that is said is kept.
 */
export async function openPlayground(config: Config, { nothingSet, opensBrowser }: Options): Promise<void> {
  // Everything is on loopback and used by one person, so that no limit of the platforms is in the way.
  const unlimited = Number.POSITIVE_INFINITY;
  const [workspace, guild] = await Promise.all([
    startWorkspace({ burst: unlimited }),
    startGuild({ burst: unlimited, perSecond: unlimited, privileged: ["MessageContent"] }),
  ]);
  const scene = setScene(workspace, guild);
  const store = createMemoryStore(Date.now);
  const log = createLog(config.LOG_LEVEL ?? "warn");
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let core: Core | undefined;
  let state: KnowledgeState = { kind: "learning" };
  const become = (next: KnowledgeState) => {
    state = next;
    changed();
  };
  const mind = () => core?.mind();
  const turns = createTurns({ mind, locale: config.DEFAULT_LOCALE, changed });
  const backstage = createBackstage({
    mind,
    turns,
    store,
    folder: config.KNOWLEDGE_DIR,
    state: () => state,
    locale: config.DEFAULT_LOCALE,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const page = await startPage({ workspace, guild, backstage, menu: readMenu(), port: config.PORT });
  const close = () => Promise.all([page.close(), workspace.close(), guild.close()]);
  console.log(greet(page.url, nothingSet));
  if (opensBrowser) openInBrowser(page.url);

  const slack = slackSettings.schema.parse({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    SLACK_API_URL: workspace.apiUrl,
    SLACK_HELP_CHANNELS: scene.slackHelp,
  });
  const discord = discordSettings.schema.parse({
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
  });
  const creators: readonly CreateAdapter[] = [
    async (parts) => createSlack({ settings: slack, ...parts }),
    async (parts) => createDiscord({ settings: discord, ...parts }),
  ];
  const playing: Config = { ...config, KEEP_UNANSWERED: "yes", HOST: "127.0.0.1", PORT: 0 };
  const service = await serve({ config: playing, creators, store, log, trace: turns.trace }).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  core = service.core;
  become({ kind: "ready", since: Date.now() });

  const stopWatching = watchFolder(config.KNOWLEDGE_DIR, () => {
    become({ kind: "reading" });
    void service.core.reload().then((reloaded) => become(toState(reloaded)));
  });
  const stop = async () => {
    stopWatching();
    await service.stop();
    await close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

function greet(url: string, nothingSet: string): string {
  return [
    `Signpost's playground: ${url}`,
    "Slack and Discord run on this machine alone, and nothing that is said here is kept.",
    `To serve people: ${nothingSet}`,
    "The chat in the terminal: npm run chat. End with Ctrl+C.",
  ].join("\n");
}

function toState(reloaded: Reloaded): KnowledgeState {
  if (reloaded.kind === "read") return { kind: "ready", since: Date.now() };
  const { error } = reloaded;
  if (error instanceof KnowledgeError) return { kind: "faulty", faults: error.faults.map(formatFault) };
  return { kind: "faulty", faults: [error instanceof Error ? error.message : String(error)] };
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

/** Where there is no such program, the address on the terminal has to do. */
function openInBrowser(url: string): void {
  const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ["open", url],
    win32: ["cmd", "/c", "start", url],
  };
  const [program = "", ...given] = programs[process.platform] ?? ["xdg-open", url];
  spawn(program, given, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
