import { createDiscord } from "../../adapters/discord/index.ts";
import { discordSettings } from "../../adapters/discord/settings.ts";
import { type Guild, startGuild } from "../../local/discord/guild.ts";
import type { AdapterMemory } from "../../src/platform/adapter-memory.ts";
import { startBotProcess } from "../bot-process.ts";
import { startEmbeddedBot } from "../embedded-bot.ts";
import { waitUntil, waitUntilQuiet } from "../pause.ts";
import type {
  PlannedQuestion,
  RoundEnvironment,
  RoundEnvironmentOptions,
  SoakPlatform,
} from "../platform.ts";
import { prepareAsker } from "./askers.ts";
import { isCaughtUp } from "./caught-up.ts";
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
    ...{ clock, burst: unlimited, perSecond: unlimited, identifyWindowMs: 0 },
    privileged: isIntentRefused ? [] : ["MessageContent"],
    ...(heartbeatIntervalMs !== undefined && { heartbeatIntervalMs: heartbeatIntervalMs }),
  });
  const channels = new Map(questions.map((one) => [one.name, openChannel(guild, one)]));
  let memory: AdapterMemory | undefined;
  const keep = (kept: AdapterMemory) => {
    memory = kept;
  };
  const { bot, outages } = recordOutages(guild, await startBot(guild, { ...options, channels, keep }));
  const round = { guild, clock, bot, random };
  return {
    prepareAsker: (one) => prepareAsker({ round, fault, outages, channels }, one),
    injectFaults: async () => fault.inject?.(round, questions.length),
    waitUntilIdle: () => waitUntilIdle(round, memory),
    close: async () => {
      await bot.stop();
      await guild.close();
    },
  };
}

function openChannel(guild: Guild, { way, name }: PlannedQuestion): string {
  return way === "post" ? guild.forum(name) : guild.channel(name);
}

interface BotOptions extends RoundEnvironmentOptions<DiscordFault> {
  /** Channel ids by the asker's name. */
  readonly channels: ReadonlyMap<string, string>;
  /** Takes the memory of a bot that runs inside this process. */
  readonly keep: (memory: AdapterMemory) => void;
}

function startBot(guild: Guild, options: BotOptions) {
  const { fault, clock, knowledge, questions, channels, keep } = options;
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
    createAdapter: ({ log, memory }) => {
      keep(memory);
      return createDiscord({ settings: read, log, memory });
    },
    ...{ responder: knowledge.responder, clock },
  });
}

const timeoutMs = 60_000;
/**
 * The bot has received everything when nothing has changed at so many looks. In a process of its own it may be kept waiting
 * while this one looks on, so that it takes more of them.
 */
const quietLooks = { embedded: 50, process: 200 };

/**
 * Waits until the bot has answered all that it will answer, then stops it.
 * @param memory what a bot inside this process keeps; absent for one in a process of its own, which counts as started only
 * once it has read back
 */
async function waitUntilIdle({ guild, bot }: DiscordRound, memory?: AdapterMemory): Promise<void> {
  await waitUntil(timeoutMs, () => guild.connectedSessions().length > 0);
  if (memory) await waitUntil(timeoutMs, () => isCaughtUp(memory, guild));
  const looks = quietLooks[memory ? "embedded" : "process"];
  await waitUntilQuiet({ onChange: guild.onChange, looks, timeoutMs });
  await bot.recover();
  await bot.stop();
}
