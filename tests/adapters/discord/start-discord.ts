import { onTestFinished } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { discordSettings } from "../../../adapters/discord/settings.ts";
import type { Guild } from "../../../local/discord/guild.ts";
import type { GuildOptions } from "../../../local/discord/options.ts";
import type { DiscordOutcome } from "../../../local/discord/people/outcome.ts";
import type { GuildMessage } from "../../../local/discord/state/model.ts";
import { createLog } from "../../../src/insight/log.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Adapter, Core } from "../../../src/platform/adapter.ts";
import type { AdapterMemory } from "../../../src/platform/adapter-memory.ts";
import { createAdapterMemory } from "../../../src/runtime/adapter-memory.ts";
import { createMemoryStore } from "../../../src/store/memory.ts";
import { openGuild } from "../../local/discord/connect-app.ts";
import { startSmallPack } from "../../support/small-pack.ts";

interface Bot {
  readonly core?: Core | undefined;
  readonly log?: Logger | undefined;
  /** What an earlier bot kept; by default nothing. */
  readonly memory?: AdapterMemory | undefined;
  readonly now?: (() => number) | undefined;
  /** Further settings, as they stand in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What stands between the core and the adapter, for adapters that are broken on purpose. */
  readonly adapt?: ((adapter: Adapter) => Adapter) | undefined;
}

const newMemory = () => createAdapterMemory(createMemoryStore(Date.now), "discord");

/** The bot in a server that is there already, also after an earlier one was stopped; it ends with the test. */
export async function startBot(
  guild: Guild,
  {
    core,
    log = createLog("silent"),
    settings,
    adapt = (adapter) => adapter,
    memory = newMemory(),
    now = Date.now,
  }: Bot = {},
): Promise<Adapter> {
  const parsed = discordSettings.schema.parse({
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
    ...settings,
  });
  const discord = adapt(createDiscord({ settings: parsed, log, memory, now }));
  await discord.start(core ?? startSmallPack());
  onTestFinished(() => discord.stop());
  return discord;
}

interface Others extends Omit<Bot, "adapt"> {
  readonly guild?: Omit<GuildOptions, "clock">;
  /** Told of the server before the bot starts, for settings that name its channels. */
  readonly prepare?: (guild: Guild) => Readonly<Record<string, string>>;
}

/** The bot in a server of its own, through the real client, with ana and bo, and what it said to whom. */
export async function startDiscord(others: Others = {}) {
  const opened = await openGuild(others.guild);
  const { guild, ana, channel } = opened;
  const settings = { ...others.settings, ...others.prepare?.(guild) };
  const discord = await startBot(guild, {
    core: others.core,
    log: others.log,
    memory: others.memory,
    settings,
  });
  const bo = guild.person("bo");
  /** What the bot said there, as somebody sees it. */
  const said = (where = channel, person: { readonly id: string } = ana) =>
    guild
      .messagesSeenBy(person, where)
      .filter(({ author, type }) => author === guild.botUserId && type !== 21);
  const answer = (where = channel, index = 0, person: { readonly id: string } = ana) =>
    guild.until(() => said(where, person)[index]);
  /** All that was told until now has been heard: events come in order, and this is answered after them. */
  const heard = () => ana.completes(ana.dm, "aws-help", { option: "question", value: "x" });
  /** All that was told was heard, and all that came of it is done; the bot has ended. */
  const settled = async () => {
    await heard();
    await discord.stop();
  };
  return { ...opened, discord, bo, said, answer, heard, settled };
}

/** The message that somebody sees of what they did. */
export function shown(outcome: DiscordOutcome): GuildMessage {
  if (!("message" in outcome)) throw new Error(`it was ${outcome.kind}`);
  return outcome.message;
}

/** What is written on the buttons of a message. */
export function labelsOf({ components }: GuildMessage): readonly string[] {
  return buttonsOf(components).map(({ label }) => label);
}

function buttonsOf(components: GuildMessage["components"]) {
  return components.flatMap((row) =>
    row.type === 1
      ? row.components.flatMap((button) => (button.type === 2 ? [{ label: button.label ?? "" }] : []))
      : [],
  );
}

/** What stands in a message, in Discord's Markdown. */
export function textOf({ components }: GuildMessage): string {
  return components.flatMap((part) => (part.type === 10 ? [part.content] : [])).join("\n\n");
}
