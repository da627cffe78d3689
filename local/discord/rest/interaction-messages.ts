import type { GuildContext } from "../guild-context.ts";
import type { MessageBody } from "../schemas/messages.ts";
import { findChannel, findMessage } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { addMessage } from "../state/messages.ts";
import type { AnyChannel, GuildMessage, InteractionRecord } from "../state/model.ts";
import { parseContent } from "./message-content.ts";
import type { UploadedFile } from "./request.ts";
import { isRestError, type RestError } from "./result.ts";

interface ReplyOptions {
  readonly body: Partial<MessageBody>;
  readonly files: readonly UploadedFile[];
  /** Whether it follows the first response. */
  readonly isFollowup?: boolean;
}

const settable = flags.ephemeral | flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;

/** Adds the message that responds to an interaction. With EPHEMERAL, only the person who acted sees it. */
export function addReply(
  context: GuildContext,
  interaction: InteractionRecord,
  { body, files, isFollowup = false }: ReplyOptions,
): GuildMessage | RestError {
  const content = parseContent(context, {
    body,
    files,
    channel: interactionChannel(context, interaction),
    settable,
  });
  if (isRestError(content)) return content;
  const isEphemeral = (content.flags & flags.ephemeral) !== 0;
  return addMessage(context, {
    ...content,
    ...replyFields(context, interaction, isFollowup),
    visibleTo: isEphemeral ? interaction.user : undefined,
  });
}

/** Adds the deferred response, which shows "... is thinking" until it is edited. */
export function addDeferredReply(
  context: GuildContext,
  interaction: InteractionRecord,
  isEphemeral: boolean,
): GuildMessage {
  return addMessage(context, {
    ...replyFields(context, interaction, false),
    ...{ content: "", embeds: [], components: [], attachments: [] },
    mentions: { users: [], roles: [], everyone: false },
    flags: flags.loading | (isEphemeral ? flags.ephemeral : 0),
    visibleTo: isEphemeral ? interaction.user : undefined,
  });
}

/** The channel of the interaction. */
export function interactionChannel(context: GuildContext, { channel }: InteractionRecord): AnyChannel {
  return findChannel(context, channel) ?? { kind: "dm", id: channel, with: "" };
}

/** A response to a component replies to the component's message, a followup to the first response. */
function replyFields(
  context: GuildContext,
  { id, channel, action, answer }: InteractionRecord,
  isFollowup: boolean,
) {
  const first = "original" in answer ? answer.original : undefined;
  const target = isFollowup ? first : pressedMessage(action);
  const found = target === undefined ? undefined : findMessage(context, channel, target);
  return {
    channel,
    author: context.app.botUserId,
    interaction: id,
    type: messageTypeOf(action, { isReply: found !== undefined, isFollowup }),
    reference: found && { channel, message: found.id },
  };
}

function pressedMessage(action: InteractionRecord["action"]): string | undefined {
  return action.kind === "component" || action.kind === "submission" ? action.message : undefined;
}

/** resources/message#message-object-message-types */
function messageTypeOf(
  { kind }: InteractionRecord["action"],
  { isReply, isFollowup }: { isReply: boolean; isFollowup: boolean },
): GuildMessage["type"] {
  if (isReply) return 19;
  if (isFollowup) return 0;
  return kind === "contextMenu" ? 23 : 20;
}
