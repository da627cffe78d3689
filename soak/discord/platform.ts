import { createDiscord } from "../../adapters/discord/index.ts";
import { discordSettings } from "../../adapters/discord/settings.ts";
import { type Guild, startGuild } from "../../local/discord/guild.ts";
import { startBotProcess } from "../bot-process.ts";
import { startEmbeddedBot } from "../embedded-bot.ts";
import { waitUntil } from "../pause.ts";
import type {
  PlannedQuestion,
  RoundEnvironment,
  RoundEnvironmentOptions,
  SoakPlatform,
} from "../platform.ts";
import { prepareAsker } from "./askers.ts";
import type { DiscordFault } from "./fault.ts";
import { faults } from "./faults.ts";
import { recordOutages } from "./outages.ts";
import type { DiscordRound } from "./round-context.ts";
import { ways } from "./ways.ts";

export const soakPlatform: SoakPlatform<DiscordFault> = {
  faults,
  waysUnder: (fault) => fault.ways ?? ways,
  startEnvironment,
};

const caughtUp = "discord: read what was missed";
const unlimited = Number.POSITIVE_INFINITY;

async function startEnvironment(options: RoundEnvironmentOptions<DiscordFault>): Promise<RoundEnvironment> {
  const { fault, clock, random, questions } = options;
  const { isIntentRefused = false, heartbeatIntervalMs } = fault;
  const guild = await startGuild({
    ...{ clock, burst: unlimited, perSecond: unlimited },
    privileged: isIntentRefused ? [] : ["MessageContent"],
    ...(heartbeatIntervalMs !== undefined && { heartbeatIntervalMs: heartbeatIntervalMs }),
  });
  const channels = new Map(questions.map((one) => [one.name, openChannel(guild, one)]));
  const { bot, outages } = recordOutages(guild, await startBot(guild, options, channels));
  const round = { guild, clock, bot, random };
  return {
    prepareAsker: (one) => prepareAsker({ round, fault, outages, channels }, one),
    injectFaults: async () => fault.inject?.(round, questions.length),
    waitUntilIdle: () => waitUntilIdle(round),
    close: async () => {
      await bot.stop();
      await guild.close();
    },
  };
}

function openChannel(guild: Guild, { way, name }: PlannedQuestion): string {
  return way === "post" ? guild.forum(name) : guild.channel(name);
}

function startBot(
  guild: Guild,
  options: RoundEnvironmentOptions<DiscordFault>,
  channels: ReadonlyMap<string, string>,
) {
  const { fault, clock, knowledge, questions } = options;
  const helpChannels = questions.flatMap(({ way, name }) =>
    way === "help" || way === "post" ? [`${channels.get(name)}:all`] : [],
  );
  const settings = {
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
    // Without the content intent there is still a help channel, in which nobody asks.
    DISCORD_HELP_CHANNELS: helpChannels.join(",") || `${guild.channel("help")}:all`,
  };
  if (fault.needsProcess) return startBotProcess({ settings, modelFolder: knowledge.modelFolder, caughtUp });
  const read = discordSettings.schema.parse(settings);
  return startEmbeddedBot({
    createAdapter: ({ log, memory }) => createDiscord({ settings: read, log, memory }),
    ...{ responder: knowledge.responder, clock },
  });
}

/** The bot has received everything when nothing has changed for this long. */
const quietMs = 500;

async function waitUntilIdle({ guild, bot }: DiscordRound): Promise<void> {
  await waitUntil(60_000, () => guild.hasSession() && guild.connections() > 0);
  let last = Date.now();
  const stop = guild.onChange(() => {
    last = Date.now();
  });
  await waitUntil(10_000, () => Date.now() - last > quietMs);
  stop();
  await bot.recover();
  await bot.stop();
}
