import { type DiscordSettings, discordSettings } from "../adapters/discord/settings.ts";
import { type SlackSettings, slackSettings } from "../adapters/slack/settings.ts";
import { lease } from "./assistant.ts";
import { openChat } from "./commands/open-chat.ts";
import { run } from "./commands/run.ts";
import { composeCore } from "./compose.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { createHttp, type Http } from "./http.ts";
import { createLog, type Logger } from "./insight/log.ts";
import type { Adapter } from "./platform.ts";
import { createSqliteStore } from "./store/sqlite.ts";

const nothingSet =
  "no platform is set: for Slack set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, for Discord DISCORD_TOKEN (README.md says where they come from)";

await run(async () => {
  const { core, platforms } = readConfig(process.env, { slack: slackSettings, discord: discordSettings });
  const { slack, discord } = platforms;

  const creators: readonly Create[] = [
    ...(slack ? [(parts: Parts) => loadSlack(slack, parts)] : []),
    ...(discord ? [(parts: Parts) => loadDiscord(discord, parts)] : []),
  ];
  if (creators.length > 0) return await serve(core, creators);
  if (core.NODE_ENV === "production") throw new ConfigError([nothingSet]);
  console.log(`${nothingSet}\nUntil then, here is the chat in this terminal (end it with Ctrl+D).\n`);
  await openChat(core);
});

interface Parts {
  readonly http: Http;
  readonly log: Logger;
}
type Create = (parts: Parts) => Promise<Adapter>;

// An SDK is loaded only where its platform is set.

async function loadSlack(settings: SlackSettings, parts: Parts): Promise<Adapter> {
  const { createSlack } = await import("../adapters/slack/index.ts");
  return createSlack({ settings, ...parts });
}

async function loadDiscord(settings: DiscordSettings, parts: Parts): Promise<Adapter> {
  const { createDiscord } = await import("../adapters/discord/index.ts");
  return createDiscord({ settings, ...parts });
}

/** Runs the platforms until the process is told to end. */
async function serve(config: Config, creators: readonly Create[]): Promise<void> {
  const log = createLog(config.LOG_LEVEL ?? "info");
  const store = createSqliteStore(config.DATA_DIR, Date.now);
  const { assistant, reload } = await composeCore({
    config,
    store,
    log,
    now: Date.now,
    notify: (message) => log.info(message),
  });
  process.on("SIGHUP", () => void reload());
  let isReady = false;
  const isReceiving = () => adapters.every((adapter) => adapter.isReceiving?.() ?? true);
  const http = createHttp({ host: config.HOST, port: config.PORT, isReady: () => isReady && isReceiving() });
  const adapters = await Promise.all(creators.map((create) => create({ http, log })));
  const recover = () =>
    assistant
      .recover(adapters)
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
  recovery = setInterval(recover, lease);
  isReady = true;
  log.info({ port, platforms: adapters.map(({ name }) => name) }, "ready");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
