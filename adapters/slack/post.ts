import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Logger } from "../../src/insight/log.ts";
import { insist, type Reason } from "./insist.ts";
import { readRefusal } from "./refusal.ts";
import type { SlackMessage } from "./render.ts";

type Client = webApi.WebClient;

interface Post {
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
 * @throws what Slack answers, where nothing of this helps
 */
export async function post(client: Client, log: Logger, posted: Post): Promise<void> {
  await insist(log, posted, { attempt: (what) => postOnce(client, what), mend });
}

function mend(posted: Post, why: Reason): Post {
  switch (why) {
    case "later":
      return posted;
    case "blocks":
      return { ...posted, message: { ...posted.message, blocks: [] } };
    case "unclear":
      return { ...posted, isRepeated: true };
  }
}

async function postOnce(client: Client, posted: Post): Promise<void> {
  const { message, channel, thread, key, isRepeated, onlyFor } = posted;
  if (onlyFor !== undefined) return postPrivately(client, posted, onlyFor);
  if (isRepeated && (await isThere(client, posted))) return;
  await client.chat.postMessage({
    ...message,
    channel,
    metadata: { event_type: metadataType, event_payload: { key } },
    ...(thread !== undefined && { thread_ts: thread }),
  });
}

/** methods/chat.postEphemeral takes neither unfurl_links nor mrkdwn. */
async function postPrivately(client: Client, posted: Post, user: string): Promise<void> {
  const { message, channel, thread } = posted;
  const { text, blocks } = message;
  const where = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
  try {
    await client.chat.postEphemeral({ text, blocks, ...where });
  } catch (cause) {
    if (readRefusal(cause).kind !== "unclear") throw cause;
    throw new Error("it stays unclear whether a private message arrived", { cause });
  }
}

/** Messages looked through for one that may have arrived: a channel's come newest first, a thread's oldest first. */
const lookedThrough = { channel: 50, thread: 1000 };

/** Other apps write metadata of their own, which is nothing to us. */
const ours = z.object({ event_payload: z.object({ key: z.string() }) }).optional();
const messagesSchema = z.object({
  messages: z.array(z.object({ metadata: ours.catch(undefined) })).default([]),
});

async function isThere(client: Client, { channel, thread, key }: Post): Promise<boolean> {
  const asked = { channel, include_all_metadata: true };
  const found =
    thread === undefined
      ? await client.conversations.history({ ...asked, limit: lookedThrough.channel })
      : await client.conversations.replies({ ...asked, limit: lookedThrough.thread, ts: thread });
  return messagesSchema.parse(found).messages.some(({ metadata }) => metadata?.event_payload.key === key);
}
