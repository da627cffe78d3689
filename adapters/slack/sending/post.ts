import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Logger } from "../../../src/lib/logger.ts";
import { escapeSlack } from "../rendering/plain-text.ts";
import type { SlackMessage } from "../rendering/render-answer.ts";
import { readRefusal } from "./refusal.ts";
import { type RetryReason, retryCall } from "./retry.ts";

type Client = webApi.WebClient;

interface PostRequest {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly message: SlackMessage;
  /** Names the message: posted twice with one key, it is seen once. */
  readonly key: string;
  /** Whether an earlier attempt may have arrived. */
  readonly isRepeated: boolean;
  /** Who alone sees it; such a message can't be looked for, so that it is not posted again where it may be there. */
  readonly onlyFor?: string;
}

const metadataType = "signpost_answer";

/**
 * Posts a message so that it is seen once. Where Slack asks to wait, it waits; where it refuses the blocks, the same
 * content goes as text; where it stays unclear whether the message arrived, it looks before it posts again.
 * @returns the message's ts
 * @throws what Slack answers, where nothing of this helps
 */
export async function post(client: Client, log: Logger, posted: PostRequest): Promise<string> {
  return retryCall(log, posted, { attempt: (what) => postOnce(client, what), mend });
}

function mend(posted: PostRequest, why: RetryReason): PostRequest {
  switch (why) {
    case "later":
      return posted;
    case "blocks":
      return { ...posted, message: toText(posted.message) };
    case "unclear":
      return { ...posted, isRepeated: true };
  }
}

/** The same content without blocks: the buttons' words, which can be typed as well, and the pages that they open. */
function toText(message: SlackMessage): SlackMessage {
  const buttons = message.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const lines = buttons.flatMap((button, index) => {
    if (button.type !== "button") return [];
    const label = `${index + 1}. ${escapeSlack(button.text.text)}`;
    return [button.url === undefined ? label : `${label} (${escapeSlack(button.url)})`];
  });
  return { ...message, text: [message.text, lines.join("\n")].filter(Boolean).join("\n\n"), blocks: [] };
}

async function postOnce(client: Client, posted: PostRequest): Promise<string> {
  const { message, channel, thread, key, isRepeated, onlyFor } = posted;
  if (onlyFor !== undefined) return postPrivately(client, posted, onlyFor);
  const there = isRepeated ? await find(client, posted) : undefined;
  if (there !== undefined) return there;
  const { ts } = await client.chat.postMessage({
    ...message,
    channel,
    metadata: { event_type: metadataType, event_payload: { key } },
    ...(thread !== undefined && { thread_ts: thread }),
  });
  return tsSchema.parse(ts);
}

const tsSchema = z.string();

/** methods/chat.postEphemeral takes neither unfurl_links nor mrkdwn. */
async function postPrivately(client: Client, posted: PostRequest, user: string): Promise<string> {
  const { message, channel, thread } = posted;
  const { text, blocks } = message;
  const where = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
  try {
    const { message_ts } = await client.chat.postEphemeral({ text, blocks, ...where });
    return tsSchema.parse(message_ts);
  } catch (cause) {
    if (readRefusal(cause).kind !== "unclear") throw cause;
    throw new Error("it stays unclear whether a private message arrived", { cause });
  }
}

/** Messages looked through for one that may have arrived: a channel's come newest first, a thread's oldest first. */
const searchLimits = { channel: 50, thread: 1000 };

/** Other apps write metadata of their own, which is nothing to us. */
const ours = z.object({ event_payload: z.object({ key: z.string() }) }).optional();
const messagesSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: ours.catch(undefined) })).default([]),
});

/** @returns the ts of a message with this key */
async function find(client: Client, { channel, thread, key }: PostRequest): Promise<string | undefined> {
  const asked = { channel, include_all_metadata: true };
  const found =
    thread === undefined
      ? await client.conversations.history({ ...asked, limit: searchLimits.channel })
      : await client.conversations.replies({ ...asked, limit: searchLimits.thread, ts: thread });
  return messagesSchema.parse(found).messages.find(({ metadata }) => metadata?.event_payload.key === key)?.ts;
}
