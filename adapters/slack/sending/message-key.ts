import type { types, webApi } from "@slack/bolt";
import { z } from "zod";

const metadataType = "signpost_answer";

/** A message's key as its metadata, by which it can be found again. */
export function toMetadata(key: string): types.MessageMetadata {
  return { event_type: metadataType, event_payload: { key } };
}

/** How many messages to search. A channel's history is newest first, a thread's replies are oldest first. */
const searchLimits = { channel: 50, thread: 1000 };

/** Metadata of other apps is ignored. */
const metadataSchema = z.object({ event_payload: z.object({ key: z.string() }) }).optional();
const messagesSchema = z.object({
  messages: z.array(z.object({ ts: z.string(), metadata: metadataSchema.catch(undefined) })).default([]),
});

interface Search {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly key: string;
}

/** @returns the ts of the message with this key */
export async function findMessage(
  client: webApi.WebClient,
  { channel, thread, key }: Search,
): Promise<string | undefined> {
  const request = { channel, include_all_metadata: true };
  const response =
    thread === undefined
      ? await client.conversations.history({ ...request, limit: searchLimits.channel })
      : await client.conversations.replies({ ...request, limit: searchLimits.thread, ts: thread });
  const { messages } = messagesSchema.parse(response);
  return messages.find(({ metadata }) => metadata?.event_payload.key === key)?.ts;
}
