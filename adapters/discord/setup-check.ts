import {
  ApplicationFlagsBitField,
  ChannelType,
  DiscordAPIError,
  HTTPError,
  type PermissionsString,
  REST,
  Routes,
} from "discord.js";
import { z } from "zod";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { commandName } from "./connection/register-commands.ts";
import { type ChannelAccess, readChannelAccess } from "./permissions.ts";
import type { DiscordSettings } from "./settings.ts";

const userSchema = z.object({ id: z.string(), username: z.string() });
const applicationSchema = z.object({ id: z.string(), flags: z.number().default(0) });
const commandsSchema = z.array(z.object({ name: z.string() }));

/**
 * Looks at what Discord has to have in place, without sending anything.
 * @param teamChannel the team's own channel, where one is set for Discord
 */
export async function checkDiscordSetup(
  settings: DiscordSettings,
  teamChannel: string | undefined,
): Promise<readonly SetupCheck[]> {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api } = settings;
  const rest = new REST({ retries: 1, ...(api !== undefined && { api }) }).setToken(token);
  try {
    const bot = userSchema.parse(await rest.get(Routes.user()));
    const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const commands = commandsSchema.parse(await rest.get(Routes.applicationCommands(application.id)));
    return [
      passed(`DISCORD_TOKEN works: ${bot.username}`),
      checkIntents(application.flags, settings),
      checkCommands(commands),
      ...(await checkChannels(rest, bot.id, { settings, teamChannel })),
    ];
  } catch (error) {
    return [unreachable(error)];
  }
}

/** The intent helps in help channels and is needed nowhere: events/gateway#privileged-intents. */
function checkIntents(flags: number, { DISCORD_HELP_CHANNELS: channels }: DiscordSettings): SetupCheck {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags;
  const hasContent = (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0;
  const isWanted = [...(channels?.values() ?? [])].some(({ mode }) => mode !== "mentions");
  if (!isWanted) return passed("no privileged intent is needed");
  if (hasContent) return passed("the message content intent is there: help channels are read");
  return passed(
    "the message content intent is off, so that help channels have a button and are not read; it is switched on under Bot > Privileged Gateway Intents",
  );
}

function checkCommands(commands: z.infer<typeof commandsSchema>): SetupCheck {
  const isThere = commands.some(({ name }) => name === commandName);
  return passed(
    isThere ? `/${commandName} is registered` : `/${commandName} is registered when the bot starts next`,
  );
}

interface Named {
  readonly settings: DiscordSettings;
  readonly teamChannel: string | undefined;
}

async function checkChannels(
  rest: REST,
  bot: string,
  { settings, teamChannel }: Named,
): Promise<readonly SetupCheck[]> {
  const { DISCORD_HELP_CHANNELS: channels, DISCORD_ANSWER_IN: answerIn } = settings;
  const help = [...(channels?.keys() ?? [])].map((id) =>
    checkChannel(rest, bot, { id, what: "help channel", opensThreads: answerIn === "thread" }),
  );
  const team =
    teamChannel === undefined
      ? []
      : [checkChannel(rest, bot, { id: teamChannel, what: "team channel", opensThreads: false })];
  return (await Promise.all([...help, ...team])).flat();
}

interface Watched {
  readonly id: string;
  readonly what: string;
  readonly opensThreads: boolean;
}

async function checkChannel(rest: REST, bot: string, watched: Watched): Promise<readonly SetupCheck[]> {
  const { id, what } = watched;
  try {
    const seen = await readChannelAccess(rest, id, bot);
    const missing = neededIn(seen, watched).filter((name) => seen.permissions?.has(name) !== true);
    if (missing.length > 0) {
      const cure = "give the bot's role these permissions in the channel's settings";
      return [failed(`in the ${what} ${id} the bot lacks ${missing.map(spell).join(", ")}`, cure)];
    }
    return [passed(`the bot may write in the ${what} ${id}`), ...checkTags(seen)];
  } catch (error) {
    const cure = "check the id, and give the bot View Channel and Send Messages there";
    return [failed(`the ${what} ${id} can't be used (${saidIn(error)})`, cure)];
  }
}

function isForum({ type }: ChannelAccess): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

function neededIn(seen: ChannelAccess, { opensThreads }: Watched): readonly PermissionsString[] {
  const always = ["ViewChannel", "ReadMessageHistory"] as const;
  if (isForum(seen)) return [...always, "SendMessagesInThreads"];
  return [
    ...always,
    "SendMessages",
    ...(opensThreads ? (["CreatePublicThreads", "SendMessagesInThreads"] as const) : []),
  ];
}

function checkTags(seen: ChannelAccess): readonly SetupCheck[] {
  if (!isForum(seen)) return [];
  const mayTag = seen.permissions?.has("ManageThreads") === true;
  return [
    passed(
      mayTag
        ? "solved posts there get the forum's tag for them, if it has one"
        : "solved posts there get no tag: that needs Manage Threads",
    ),
  ];
}

/** As it is called in Discord: "SendMessages" is "Send Messages". */
function spell(name: PermissionsString): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}

function unreachable(error: unknown): SetupCheck {
  const isRefused = (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401;
  if (!isRefused)
    return failed(`Discord can't be reached (${saidIn(error)})`, "check the network and DISCORD_API_URL");
  return failed(
    "DISCORD_TOKEN is refused",
    "reset the token on the Bot page of your application, and put the new one into .env",
  );
}

function saidIn(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
