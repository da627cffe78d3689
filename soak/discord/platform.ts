import { createDiscord } from "../../adapters/discord/index.ts";
import { discordSettings } from "../../adapters/discord/settings.ts";
import { type Guild, startGuild } from "../../local/discord/guild.ts";
import { startInside } from "../bot-inside.ts";
import { startProcess } from "../bot-process.ts";
import { waitUntil } from "../pause.ts";
import type { Opening, PlannedQuestion, SoakPlatform, Stage } from "../stage.ts";
import { type DiscordFault, faults } from "./faults.ts";
import { noteOutages } from "./outages.ts";
import { prepare, ways } from "./people.ts";
import type { Scene } from "./scene.ts";

export const soakPlatform: SoakPlatform<DiscordFault> = {
  faults,
  waysUnder: (fault) => fault.ways ?? ways,
  open,
};

const unlimited = Number.POSITIVE_INFINITY;

async function open(opening: Opening<DiscordFault>): Promise<Stage> {
  const { fault, clock, random, wanted } = opening;
  const { isIntentRefused = false, heartbeatInterval } = fault;
  const guild = await startGuild({
    ...{ clock, burst: unlimited, perSecond: unlimited },
    privileged: isIntentRefused ? [] : ["MessageContent"],
    ...(heartbeatInterval !== undefined && { heartbeatInterval }),
  });
  const channels = new Map(wanted.map((one) => [one.name, openChannel(guild, one)]));
  const { bot, outages } = noteOutages(guild, await install(guild, opening, channels));
  const scene = { guild, clock, bot, random };
  return {
    prepare: (one) => prepare({ scene, fault, outages, channels }, one),
    strike: async () => fault.strike?.(scene, wanted.length),
    settle: () => settle(scene),
    close: () => guild.close(),
  };
}

function openChannel(guild: Guild, { way, name }: PlannedQuestion): string {
  return way === "post" ? guild.forum(name) : guild.channel(name);
}

function install(guild: Guild, opening: Opening<DiscordFault>, channels: ReadonlyMap<string, string>) {
  const { fault, clock, learned, wanted } = opening;
  const watched = wanted.flatMap(({ way, name }) =>
    way === "help" || way === "post" ? [`${channels.get(name)}:all`] : [],
  );
  const settings = {
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
    // Without the intent there is a help channel, too, in which nobody asks.
    DISCORD_HELP_CHANNELS: watched.join(",") || `${guild.channel("help")}:all`,
  };
  if (fault.isProcess) return startProcess({ settings, learned: learned.folder });
  const read = discordSettings.schema.parse(settings);
  return startInside({
    createAdapter: ({ log }) => createDiscord({ settings: read, log }),
    ...{ responder: learned.responder, clock },
  });
}

/** Nothing moves for so long, in milliseconds, when all that was said has been heard. */
const quiet = 500;

async function settle({ guild, bot }: Scene): Promise<void> {
  await waitUntil(60_000, () => guild.hasListener() && guild.connections() > 0);
  let last = Date.now();
  const stop = guild.onChange(() => {
    last = Date.now();
  });
  await waitUntil(10_000, () => Date.now() - last > quiet);
  stop();
  await bot.recover();
  await bot.stop();
}
