import type { GuildContext } from "../guild-context.ts";
import type { MessageBody } from "../schemas/messages.ts";
import { findChannel, findMessage } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { addMessage } from "../state/messages.ts";
import type { Channel, Interaction, Message } from "../state/model.ts";
import { isRefusal, type Refusal } from "./result.ts";
import { readContent } from "./message-content.ts";
import type { UploadedFile } from "./request.ts";

interface Said {
  readonly body: Partial<MessageBody>;
  readonly files: readonly UploadedFile[];
  /** Whether it comes after the first answer. */
  readonly isFollowup?: boolean;
}

const settable = flags.ephemeral | flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;

/** Answers an interaction with a message; with EPHEMERAL who acted alone sees it. */
export function reply(
  core: GuildContext,
  interaction: Interaction,
  { body, files, isFollowup = false }: Said,
): Message | Refusal {
  const content = readContent(core, { body, files, channel: channelOf(core, interaction), settable });
  if (isRefusal(content)) return content;
  const isAside = (content.flags & flags.ephemeral) !== 0;
  return addMessage(core, {
    ...content,
    ...placeOf(core, interaction, isFollowup),
    visibleTo: isAside ? interaction.user : undefined,
  });
}

/** "... is thinking", until the message is edited. */
export function showThinking(core: GuildContext, interaction: Interaction, isAside: boolean): Message {
  return addMessage(core, {
    ...placeOf(core, interaction, false),
    ...{ content: "", embeds: [], components: [], attachments: [] },
    mentions: { users: [], roles: [], everyone: false },
    flags: flags.loading | (isAside ? flags.ephemeral : 0),
    visibleTo: isAside ? interaction.user : undefined,
  });
}

/** The channel in which somebody acted; it can't go away while they do. */
export function channelOf(core: GuildContext, { channel }: Interaction): Channel {
  return findChannel(core, channel) ?? { kind: "dm", id: channel, with: "" };
}

/** An answer to a press replies to the message that was pressed, a followup to the first answer. */
function placeOf(core: GuildContext, { id, channel, act, answer }: Interaction, isFollowup: boolean) {
  const first = "original" in answer ? answer.original : undefined;
  const target = isFollowup ? first : pressedIn(act);
  const found = target === undefined ? undefined : findMessage(core, channel, target);
  return {
    channel,
    author: core.app.botUserId,
    interaction: id,
    type: typeOf(act, { isReply: found !== undefined, isFollowup }),
    reference: found && { channel, message: found.id },
  };
}

function pressedIn(act: Interaction["act"]): string | undefined {
  return act.kind === "component" || act.kind === "submission" ? act.message : undefined;
}

/** resources/message#message-object-message-types */
function typeOf(
  { kind }: Interaction["act"],
  { isReply, isFollowup }: { isReply: boolean; isFollowup: boolean },
): Message["type"] {
  if (isReply) return 19;
  if (isFollowup) return 0;
  return kind === "contextMenu" ? 23 : 20;
}
