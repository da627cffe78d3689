import { parseArgs } from "node:util";
import { type DiscordSettings, discordSettings } from "../adapters/discord/settings.ts";
import { type SlackSettings, slackSettings } from "../adapters/slack/settings.ts";
import { type Config, ConfigError, readConfig } from "../src/app/config.ts";
import { type AdapterParts, type CreateAdapter, type Service, serve } from "../src/app/serve.ts";
import { createLog } from "../src/insight/log.ts";
import type { Adapter } from "../src/platform/adapter.ts";
import { createSqliteStore } from "../src/store/sqlite.ts";
import { run } from "./shared/run-command.ts";

const nothingSet =
  "no platform is set: for Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN (README.md says where they come from)";

await run(async () => {
  const { values } = parseArgs({ options: { open: { type: "boolean", default: false } } });
  const { core, platforms } = readConfig(process.env, { slack: slackSettings, discord: discordSettings });
  const { slack, discord } = platforms;

  const creators: readonly CreateAdapter[] = [
    ...(slack ? [(parts: AdapterParts) => loadSlack(slack, parts)] : []),
    ...(discord ? [(parts: AdapterParts) => loadDiscord(discord, parts)] : []),
  ];
  if (creators.length > 0) return await serveUntilToldToEnd(core, creators);
  if (core.NODE_ENV === "production") throw new ConfigError([nothingSet]);
  const { openPlayground } = await import("./shared/open-playground.ts");
  await openPlayground(core, { nothingSet, opensBrowser: values.open });
});

// An SDK is loaded only where its platform is set.

async function loadSlack(settings: SlackSettings, parts: AdapterParts): Promise<Adapter> {
  const { createSlack } = await import("../adapters/slack/index.ts");
  return createSlack({ settings, ...parts });
}

async function loadDiscord(settings: DiscordSettings, parts: AdapterParts): Promise<Adapter> {
  const { createDiscord } = await import("../adapters/discord/index.ts");
  return createDiscord({ settings, ...parts });
}

async function serveUntilToldToEnd(config: Config, creators: readonly CreateAdapter[]): Promise<void> {
  const log = createLog(config.LOG_LEVEL ?? "info");
  const store = createSqliteStore(config.DATA_DIR, Date.now);
  const serving = serve({ config, creators, store, log });
  // Heard from the start: a signal that nobody listens to ends the process at once.
  const once = (use: (service: Service) => unknown) => () => void serving.then(use, () => {});
  process.on(
    "SIGHUP",
    once(({ core }) => core.reload()),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(
      signal,
      once(({ stop }) => stop()),
    );
  await serving;
}
