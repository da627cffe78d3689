import { z } from "zod";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import { readThreadRoot } from "../parsing/parse-message.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import type { HandlerContext } from "./handler-context.ts";

/** The mention waits no longer: it has to be acknowledged within 3 s. */
const readTimeoutMs = 1000;

const repliesSchema = z.object({ messages: z.array(z.looseObject({})).min(1) });

/**
 * A mention without words in a thread asks what the thread began with. Where that can't be read, or a bot wrote it, the
 * mention is returned as it is.
 */
export async function withThreadRoot(
  { client, log }: Pick<HandlerContext, "client" | "log">,
  mention: ParsedEvent,
  botUser: string | undefined,
): Promise<ParsedEvent> {
  const { incoming, place } = mention;
  if (place.kind !== "thread" || place.thread === undefined || !isBareReply(mention, place.thread))
    return mention;
  const request = { channel: place.channel, ts: place.thread, limit: 1 };
  try {
    const replies = await withTimeout(readTimeoutMs, client.conversations.replies(request));
    const [root] = repliesSchema.parse(replies).messages;
    const input = root && readThreadRoot(root, botUser);
    return input ? { ...mention, incoming: { ...incoming, input } } : mention;
  } catch (error) {
    log.info({ err: error }, "slack: the thread's first message can't be read");
    return mention;
  }
}

/** Whether a mention says nothing itself and is not what its thread begins with. */
function isBareReply({ incoming: { id, input } }: ParsedEvent, thread: string): boolean {
  if (input.kind !== "question" || input.hasPicture || id.endsWith(`/${thread}`)) return false;
  return !/[\p{L}\p{N}]/u.test(input.text);
}
