import { z } from "zod";
import { messageText } from "./limits.ts";
import { flag, messageArguments, ts } from "./schemas/arguments.ts";
import { parseArguments } from "./schemas/parse.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "./state/messages.ts";
import type { WorkspaceMessage } from "./state/model.ts";
import { warnAboutContent } from "./state/warnings.ts";
import { parseContent } from "./web-api/message-content.ts";
import { apiError, isApiError, type WebApiError } from "./web-api/result.ts";
import type { WorkspaceContext } from "./workspace-context.ts";

/** The command or press that a response belongs to. */
export interface ResponseOrigin {
  readonly channel: string;
  readonly user: string;
  /** The message with the pressed button. */
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

/**
 * Applies the body of a response_url request, or of a slash command's acknowledgement:
 * interactivity/handling-user-interaction
 */
export function respond(
  context: WorkspaceContext,
  origin: ResponseOrigin,
  raw: object,
): WorkspaceMessage | undefined | WebApiError {
  const read = parseArguments(response, raw);
  if (isApiError(read)) return read;
  const { replace_original: replaces, delete_original: deletes, ...rest } = read.args;
  const original = origin.ts === undefined ? undefined : findMessage(context, origin.channel, origin.ts);
  if (deletes) {
    if (original) removeMessage(context, original);
    return undefined;
  }
  const content = parseContent(rest);
  if (isApiError(content)) return content;
  if (content.text.length > messageText) return apiError("msg_too_long");
  warnAboutContent(context, content);
  if (replaces && original) return editMessage(context, original, content);
  return addMessage(context, {
    ...content,
    user: context.app.botUserId,
    botId: context.app.botId,
    channel: origin.channel,
    thread: rest.thread_ts,
    visibleTo: rest.response_type === "in_channel" ? undefined : origin.user,
  });
}
