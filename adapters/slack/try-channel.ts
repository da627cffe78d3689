import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Answer } from "../../src/answer/answer.ts";
import type { ChannelTry } from "../../src/platform/channel-try.ts";
import { createAttempt, failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { checkToken } from "./check-token.ts";
import { renderAnswer, type SlackMessage } from "./rendering/render-answer.ts";
import { toMetadata } from "./sending/message-key.ts";
import type { SlackSettings } from "./settings.ts";
import { openSetupClient } from "./setup-client.ts";
import { errorText, isPlatformError, remedyOf, unreachable } from "./setup-errors.ts";

type Client = webApi.WebClient;

/**
 * Tries a channel: says what the token may do and what Slack tells of the channel, posts a message there, edits it and
 * deletes it, then sends the direct message. What depends on a step that failed is left out.
 */
export async function* trySlackChannel(
  settings: SlackSettings,
  question: ChannelTry,
): AsyncGenerator<SetupCheck> {
  const client = openSetupClient(settings);
  const { checks, isAccepted, scopes } = await checkToken(client);
  yield* checks;
  if (!isAccepted) return;
  yield passed(`the token's scopes: ${scopes.join(", ")}`);
  yield await describeChannel(client, question.channel);
  yield* tryMessage(client, question);
  if (question.direct) yield await tryDirect(client, question.direct, question.key);
}

const channelSchema = z.object({
  channel: z.object({
    name: z.string().nullish(),
    is_private: z.boolean().nullish(),
    is_member: z.boolean().nullish(),
    is_archived: z.boolean().nullish(),
    is_ext_shared: z.boolean().nullish(),
  }),
});

/** methods/conversations.info: needs channels:read or groups:read, which Signpost itself does without. */
async function describeChannel(client: Client, channel: string): Promise<SetupCheck> {
  try {
    const { channel: found } = channelSchema.parse(await client.conversations.info({ channel }));
    const facts = [
      found.is_private ? "private" : "public",
      found.is_ext_shared ? "shared with another organisation" : undefined,
      found.is_archived ? "archived" : undefined,
      found.is_member ? "the bot is in it" : "the bot is not in it",
    ];
    return passed(`${channel} is #${found.name ?? "?"}: ${facts.filter(Boolean).join(", ")}`);
  } catch (error) {
    if (errorText(error).startsWith("missing_scope")) {
      return passed(`what ${channel} is called can't be read without channels:read, which is not needed`);
    }
    return toFailure(`nothing can be read about ${channel}`, error);
  }
}

/** Posts, edits and deletes. A message that could not be edited is deleted all the same. */
async function* tryMessage(
  client: Client,
  { channel, posted, edited, key }: ChannelTry,
): AsyncGenerator<SetupCheck> {
  const where = `in ${channel}`;
  let ts: string | undefined;
  yield await attempt(`posted a message ${where}`, `no message could be posted ${where}`, async () => {
    ts = await post(client, channel, { answer: posted, key });
  });
  if (ts === undefined) return;
  const message = { channel, ts };
  const { text, blocks } = toMessage(edited);
  yield await attempt("edited it", "it could not be edited", () =>
    client.chat.update({ ...message, text, blocks }),
  );
  yield await attempt("deleted it", `it could not be deleted, so delete it by hand ${where}`, () =>
    client.chat.delete(message),
  );
}

async function tryDirect(
  client: Client,
  { person, answer }: NonNullable<ChannelTry["direct"]>,
  key: string,
): Promise<SetupCheck> {
  const failure = `no direct message could be sent to ${person}`;
  return attempt(`sent ${person} a direct message, which stays`, failure, async () => {
    const opened = await client.conversations.open({ users: person });
    const { channel } = z.object({ channel: z.object({ id: z.string() }) }).parse(opened);
    await post(client, channel.id, { answer, key: `${key}/direct` });
  });
}

async function post(
  client: Client,
  channel: string,
  { answer, key }: { readonly answer: Answer; readonly key: string },
): Promise<string> {
  const { ts } = await client.chat.postMessage({ ...toMessage(answer), channel, metadata: toMetadata(key) });
  return z.string().parse(ts);
}

function toMessage(answer: Answer): SlackMessage {
  const [message] = renderAnswer(answer);
  if (!message) throw new Error("the answer is empty");
  return message;
}

const attempt = createAttempt(toFailure);

function toFailure(what: string, error: unknown): SetupCheck {
  if (!isPlatformError(error)) return unreachable(error);
  return failed(
    `${what} (${errorText(error)})`,
    remedyOf(error, "look the code up under docs.slack.dev/reference/methods"),
  );
}
