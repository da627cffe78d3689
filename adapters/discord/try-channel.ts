import {
  RESTJSONErrorCodes as codes,
  DiscordAPIError,
  type PermissionsString,
  type REST,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { Answer } from "../../src/answer/answer.ts";
import type { ChannelTry } from "../../src/platform/channel-try.ts";
import { createAttempt, failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import {
  type ChannelAccess,
  isForum,
  isThread,
  permissionLabel,
  readChannelAccess,
} from "./channel-access.ts";
import { type DiscordMessage, renderAnswer } from "./rendering/render-answer.ts";
import { toBody } from "./sending/message-body.ts";
import { postMessage } from "./sending/post-message.ts";
import type { DiscordSettings } from "./settings.ts";
import { botSchema, errorText, explainFailure, openSetupRest } from "./setup-rest.ts";

/**
 * Tries a channel: says what the bot may do there, posts a message, edits it and deletes it, then sends the direct
 * message. What depends on a step that failed is left out.
 */
export async function* tryDiscordChannel(
  settings: DiscordSettings,
  question: ChannelTry,
): AsyncGenerator<SetupCheck> {
  const rest = openSetupRest(settings);
  let bot: z.infer<typeof botSchema>;
  try {
    bot = botSchema.parse(await rest.get(Routes.user()));
  } catch (error) {
    yield explainFailure(error);
    return;
  }
  yield passed(`DISCORD_TOKEN works: ${bot.username}`);
  yield* tryPlace(rest, bot.id, question);
  if (question.direct) yield await tryDirect(rest, question.direct, question.key);
}

async function* tryPlace(rest: REST, bot: string, question: ChannelTry): AsyncGenerator<SetupCheck> {
  const { channel } = question;
  let access: ChannelAccess;
  try {
    access = await readChannelAccess(rest, channel, bot);
  } catch (error) {
    yield toFailure(`nothing can be read about the channel ${channel}`, error);
    return;
  }
  yield* describeAccess(access, channel);
  if (isForum(access)) {
    yield passed(`${channel} is a forum, where the bot only answers: to try it, name one of its posts`);
    return;
  }
  yield* tryMessage(rest, question);
}

/** What the bot can't do without, and what a setting or a forum's tags ask for. */
const needed = ["ViewChannel", "ReadMessageHistory"] as const;
const useful = ["AttachFiles", "CreatePublicThreads", "ManageThreads"] as const;

function* describeAccess(access: ChannelAccess, channel: string): Generator<SetupCheck> {
  const { permissions } = access;
  if (!permissions) return yield passed(`${channel} is no channel of a server`);
  const write = isForum(access) || isThread(access) ? "SendMessagesInThreads" : "SendMessages";
  const may = (name: PermissionsString) => permissions.has(name);
  const all: readonly PermissionsString[] = [...needed, write, ...useful];
  const granted = all.filter(may).map(permissionLabel).join(", ");
  yield passed(`in ${channel} the bot may: ${granted || "nothing"}`);
  for (const name of [...needed, write] as const) {
    if (may(name)) continue;
    yield failed(`in ${channel} the bot lacks ${permissionLabel(name)}`, grant);
  }
  const spare = useful.filter((name) => !may(name)).map((name) => `${permissionLabel(name)} (${uses[name]})`);
  if (spare.length > 0) yield passed(`it may not, and need not: ${spare.join(", ")}`);
}

const uses: Readonly<Record<(typeof useful)[number], string>> = {
  AttachFiles: "long texts as files",
  CreatePublicThreads: "threads under questions",
  ManageThreads: "tags on posts",
};

/** Posts, edits and deletes. A message that could not be edited is deleted all the same. */
async function* tryMessage(
  rest: REST,
  { channel, posted, edited, key }: ChannelTry,
): AsyncGenerator<SetupCheck> {
  const where = `in ${channel}`;
  let id: string | undefined;
  yield await attempt(`posted a message ${where}`, `no message could be posted ${where}`, async () => {
    id = await postMessage(rest, channel, { message: toMessage(posted), key });
  });
  if (id === undefined) return;
  const message = Routes.channelMessage(channel, id);
  yield await attempt("edited it", "it could not be edited", () =>
    rest.patch(message, { body: toBody(toMessage(edited)) }),
  );
  yield await attempt("deleted it", `it could not be deleted, so delete it by hand ${where}`, () =>
    rest.delete(message),
  );
}

async function tryDirect(
  rest: REST,
  { person, answer }: NonNullable<ChannelTry["direct"]>,
  key: string,
): Promise<SetupCheck> {
  const failure = `no direct message could be sent to ${person}`;
  return attempt(`sent ${person} a direct message, which stays`, failure, async () => {
    const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: person } });
    const { id } = z.object({ id: z.string() }).parse(opened);
    await postMessage(rest, id, { message: toMessage(answer), key: `${key}/direct` });
  });
}

function toMessage(answer: Answer): DiscordMessage {
  const [message] = renderAnswer(answer);
  if (!message) throw new Error("the answer is empty");
  return message;
}

const attempt = createAttempt(toFailure);

const grant = "give the bot's role this permission in the channel's settings";
const checkPerson = "check the id: Developer Mode on, then Copy User ID in the person's menu";
const openDms =
  "share a server with the bot, and allow direct messages there: server menu > Privacy Settings > Direct Messages";
/** topics/opcodes-and-status-codes#json */
const remedies: Readonly<Record<number, string>> = {
  [codes.UnknownChannel]: "check the id: Developer Mode on, then Copy Channel ID in the channel's menu",
  [codes.MissingAccess]: "give the bot's role View Channel there, or install the bot on that server",
  [codes.MissingPermissions]:
    "give the bot's role Send Messages there (Send Messages in Threads in a thread)",
  [codes.CannotSendMessagesInNonTextChannel]: "name a text channel, a thread or a post of a forum",
  [codes.CannotSendMessagesToThisUser]: openDms,
  [codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: openDms,
  [codes.UnknownUser]: checkPerson,
  [codes.InvalidFormBodyOrContentType]: checkPerson,
  [codes.InvalidRecipients]: checkPerson,
};

function toFailure(what: string, error: unknown): SetupCheck {
  if (!(error instanceof DiscordAPIError)) return explainFailure(error);
  const remedy =
    remedies[Number(error.code)] ?? "look the code up in Discord's documentation, JSON Error Codes";
  return failed(`${what} (${error.code}: ${errorText(error)})`, remedy);
}
