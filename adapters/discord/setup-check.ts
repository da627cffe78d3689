import { ApplicationFlagsBitField, type PermissionsString, type REST, Routes } from "discord.js";
import { z } from "zod";
import { failed, passed, type SetupCheck, type SetupQuestion } from "../../src/platform/setup-check.ts";
import { type ChannelAccess, isForum, permissionLabel, readChannelAccess } from "./channel-access.ts";
import { checkSessions } from "./check-sessions.ts";
import { commandName } from "./commands/application-commands.ts";
import { normalizeTagName } from "./sending/forum-tags.ts";
import type { DiscordSettings } from "./settings.ts";
import { botSchema, errorText, explainFailure, openSetupRest } from "./setup-rest.ts";

const applicationSchema = z.object({ id: z.string(), flags: z.number().default(0) });
const commandsSchema = z.array(z.object({ name: z.string() }));

/**
 * Checks the token, the intents, the commands, the session starts and each channel, without sending anything.
 */
export async function checkDiscordSetup(
  settings: DiscordSettings,
  question: SetupQuestion,
): Promise<readonly SetupCheck[]> {
  const rest = openSetupRest(settings);
  try {
    const bot = botSchema.parse(await rest.get(Routes.user()));
    const application = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const commands = commandsSchema.parse(await rest.get(Routes.applicationCommands(application.id)));
    return [
      passed(`DISCORD_TOKEN works: ${bot.username}`),
      checkIntents(application.flags, settings),
      checkCommands(commands),
      ...(await checkSessions(rest, settings.DISCORD_SHARDS, Date.now())),
      ...(await checkChannels(rest, bot.id, { settings, ...question })),
    ];
  } catch (error) {
    return [explainFailure(error)];
  }
}

/** The message content intent is useful in help channels, but never required: events/gateway#privileged-intents */
function checkIntents(flags: number, { DISCORD_HELP_CHANNELS: channels }: DiscordSettings): SetupCheck {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags;
  const hasContent = (flags & (GatewayMessageContent | GatewayMessageContentLimited)) !== 0;
  const isUseful = [...(channels?.values() ?? [])].some(({ mode }) => mode !== "mentions");
  if (!isUseful) return passed("no privileged intent is needed");
  if (hasContent) return passed("the message content intent is there: help channels are read");
  return passed(
    "the message content intent is off, so that help channels have a button and are not read; it is switched on under Bot > Privileged Gateway Intents",
  );
}

function checkCommands(commands: z.infer<typeof commandsSchema>): SetupCheck {
  const isRegistered = commands.some(({ name }) => name === commandName);
  return passed(
    isRegistered ? `/${commandName} is registered` : `/${commandName} is registered when the bot starts next`,
  );
}

interface ChannelCheckOptions extends SetupQuestion {
  readonly settings: DiscordSettings;
}

async function checkChannels(
  rest: REST,
  botUser: string,
  { settings, teamChannel, idleTags }: ChannelCheckOptions,
): Promise<readonly SetupCheck[]> {
  const { DISCORD_HELP_CHANNELS: helpChannels, DISCORD_ANSWER_IN: answerIn } = settings;
  const opensThreads = answerIn === "thread";
  const channels: readonly CheckedChannel[] = [
    ...[...(helpChannels?.keys() ?? [])].map((id) => ({ id, what: "help channel", opensThreads, idleTags })),
    ...(teamChannel === undefined ? [] : [{ id: teamChannel, what: "team channel", opensThreads: false }]),
  ];
  return (await Promise.all(channels.map((channel) => checkChannel(rest, botUser, channel)))).flat();
}

interface CheckedChannel {
  readonly id: string;
  /** What it is to the bot, for messages. */
  readonly what: string;
  readonly opensThreads: boolean;
  readonly idleTags?: SetupQuestion["idleTags"];
}

async function checkChannel(
  rest: REST,
  botUser: string,
  channel: CheckedChannel,
): Promise<readonly SetupCheck[]> {
  const { id, what } = channel;
  try {
    const access = await readChannelAccess(rest, id, botUser);
    const required = requiredPermissions(access, channel);
    const missing = required.filter((name) => access.permissions?.has(name) !== true);
    if (missing.length > 0) {
      const remedy = "give the bot's role these permissions in the channel's settings";
      return [
        failed(`in the ${what} ${id} the bot lacks ${missing.map(permissionLabel).join(", ")}`, remedy),
      ];
    }
    return [passed(`the bot may write in the ${what} ${id}`), ...checkTags(access, channel)];
  } catch (error) {
    const remedy = "check the id, and give the bot View Channel and Send Messages there";
    return [failed(`the ${what} ${id} can't be used (${errorText(error)})`, remedy)];
  }
}

function requiredPermissions(
  access: ChannelAccess,
  { opensThreads }: CheckedChannel,
): readonly PermissionsString[] {
  const always = ["ViewChannel", "ReadMessageHistory"] as const;
  if (isForum(access)) return [...always, "SendMessagesInThreads"];
  return [
    ...always,
    "SendMessages",
    ...(opensThreads ? (["CreatePublicThreads", "SendMessagesInThreads"] as const) : []),
  ];
}

function checkTags(access: ChannelAccess, channel: CheckedChannel): readonly SetupCheck[] {
  if (!isForum(access)) return [];
  const mayTag = access.permissions?.has("ManageThreads") === true;
  return [
    ...checkIdleTag(access, channel, mayTag),
    passed(
      mayTag
        ? "solved posts there get the forum's tag for them, if it has one"
        : "solved posts there get no tag: that needs Manage Threads",
    ),
  ];
}

/** Only asked where idle posts are to be tagged. */
function checkIdleTag(
  { tags }: ChannelAccess,
  { id, idleTags }: CheckedChannel,
  mayTag: boolean,
): readonly SetupCheck[] {
  if (!idleTags) return [];
  if (!mayTag) {
    const remedy = "give the bot's role Manage Threads there, or remove TAG_IDLE_POSTS";
    return [failed(`idle posts in the forum ${id} can't be tagged`, remedy)];
  }
  const tag = tags.find((name) => idleTags.includes(normalizeTagName(name)));
  if (tag !== undefined) return [passed(`idle posts there get the tag "${tag}"`)];
  const names = idleTags.join(", ");
  return [failed(`the forum ${id} has no tag for idle posts`, `add a tag with one of these names: ${names}`)];
}
