import { z } from "zod";
import type { WorkspaceContext } from "./workspace-context.ts";
import { messageText } from "./limits.ts";
import { flag, messageArguments, ts } from "./schemas/arguments.ts";
import { readArguments } from "./schemas/parse.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "./state/messages.ts";
import type { Message } from "./state/model.ts";
import { remarkOn } from "./state/warnings.ts";
import { isRefusal, type Refusal, refuse } from "./web-api/result.ts";
import { readContent } from "./web-api/message-content.ts";

/** Where an answer to a command or a press belongs. */
export interface Origin {
  readonly channel: string;
  readonly user: string;
  /** The message that was pressed. */
  readonly ts?: string | undefined;
}

const response = z.strictObject({
  ...messageArguments,
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: ts.optional(),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
  mrkdwn: flag.optional(),
});

/** What respond() sends, and what a slash command's acknowledgement may hold: interactivity/handling-user-interaction */
export function respond(core: WorkspaceContext, origin: Origin, raw: object): Message | undefined | Refusal {
  const read = readArguments(response, raw);
  if (isRefusal(read)) return read;
  const { replace_original: replaces, delete_original: deletes, ...rest } = read.args;
  const original = origin.ts === undefined ? undefined : findMessage(core, origin.channel, origin.ts);
  if (deletes) {
    if (original) removeMessage(core, original);
    return undefined;
  }
  const content = readContent(rest);
  if (isRefusal(content)) return content;
  if (content.text.length > messageText) return refuse("msg_too_long");
  remarkOn(core, content);
  if (replaces && original) return editMessage(core, original, content);
  return addMessage(core, {
    ...content,
    user: core.app.botUserId,
    botId: core.app.botId,
    channel: origin.channel,
    thread: rest.thread_ts,
    visibleTo: rest.response_type === "in_channel" ? undefined : origin.user,
  });
}
