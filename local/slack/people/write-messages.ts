import type { SlackBlock } from "../schemas/blocks.ts";
import { findChannel } from "../state/channels.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "../state/messages.ts";
import type { WorkspaceFile, WorkspaceMessage } from "../state/model.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import { currentMessage } from "./action-target.ts";
import type { SlackActor } from "./actor.ts";

export interface SlackMessageOptions {
  /** Replies in the thread with this root ts. */
  readonly thread?: string;
  /** Also sends the reply to the channel. */
  readonly broadcast?: boolean;
  readonly files?: readonly NewFile[];
}

interface NewFile extends Pick<WorkspaceFile, "name" | "mimetype"> {
  readonly content?: Uint8Array;
}

/** Writes into a channel. `@name` and `#name` become mentions, as in Slack's message box. */
export function writeMessage(
  { context, user }: SlackActor,
  to: string,
  { text: typed, thread, broadcast = false, files }: SlackMessageOptions & { readonly text: string },
): WorkspaceMessage {
  const channel = findChannel(context, to);
  if (!channel?.members.includes(user.id)) throw new Error(`${user.name} is not in the channel ${to}`);
  if (thread !== undefined && !findMessage(context, to, thread))
    throw new Error(`no message ${thread} in ${to}`);
  const text = toMrkdwn(context, typed);
  return addMessage(context, {
    channel: to,
    user: user.id,
    text,
    blocks: toRichText(text),
    thread,
    subtype: subtypeOf(files !== undefined, thread !== undefined && broadcast),
    files: files?.map((file) => upload(context, file)),
    clientId: context.ids.next("client-"),
  });
}

function upload(
  { ids, fileContents }: WorkspaceContext,
  { name, mimetype, content }: NewFile,
): WorkspaceFile {
  const id = ids.next("F");
  if (content) fileContents.set(id, content);
  return { id, name, mimetype, ...(content && { size: content.length }) };
}

export function editOwnMessage(
  actor: SlackActor,
  message: WorkspaceMessage,
  typed: string,
): WorkspaceMessage {
  const { context, user } = actor;
  const text = toMrkdwn(context, typed);
  const edited = { user: user.id, ts: context.ids.ts() };
  return editMessage(context, ownMessage(actor, message), { text, blocks: toRichText(text), edited });
}

export function deleteOwnMessage(actor: SlackActor, message: WorkspaceMessage): void {
  removeMessage(actor.context, ownMessage(actor, message));
}

function ownMessage(actor: SlackActor, message: WorkspaceMessage): WorkspaceMessage {
  const found = currentMessage(actor, message);
  if (found.user !== actor.user.id) throw new Error(`${actor.user.name} did not write that message`);
  return found;
}

function subtypeOf(hasFiles: boolean, isBroadcast: boolean): WorkspaceMessage["subtype"] {
  if (hasFiles) return "file_share";
  return isBroadcast ? "thread_broadcast" : undefined;
}

/** Converts typed text as Slack's message box does: messaging/formatting-message-text */
function toMrkdwn({ state: { data } }: WorkspaceContext, typed: string): string {
  const escaped = typed
    .split(/(<[@#][A-Z0-9]+>)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    )
    .join("");
  return escaped
    .replace(/https?:\/\/[^\s<>|]+/g, "<$&>")
    .replace(/(?<![\w<])@([\w.-]+)/g, (whole, name) => {
      const user = data.users.find((found) => found.name === name);
      return user ? `<@${user.id}>` : whole;
    })
    .replace(/(?<![\w<&])#([\w-]+)/g, (whole, name) => {
      const channel = data.channels.find((found) => found.name === name);
      return channel ? `<#${channel.id}|${channel.name}>` : whole;
    });
}

/** A person's message also has a rich text block: reference/block-kit/blocks/rich-text-block */
function toRichText(mrkdwn: string): readonly SlackBlock[] {
  const elements = mrkdwn
    .split(/(<[^>]+>)/)
    .filter(Boolean)
    .map(toInline);
  return elements.length === 0
    ? []
    : [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
}

function toInline(part: string) {
  const [, mark, content = ""] = part.match(/^<([@#]?)([^|>]+)/) ?? [];
  if (mark === "@") return { type: "user" as const, user_id: content };
  if (mark === "#") return { type: "channel" as const, channel_id: content };
  if (mark === "") return { type: "link" as const, url: content };
  const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return { type: "text" as const, text };
}
