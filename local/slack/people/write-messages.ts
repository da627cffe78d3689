import type { WorkspaceContext } from "../workspace-context.ts";
import type { Block } from "../schemas/blocks.ts";
import { findChannel } from "../state/channels.ts";
import { addMessage, editMessage, findMessage, removeMessage } from "../state/messages.ts";
import type { File, Message } from "../state/model.ts";
import type { Actor } from "./actor.ts";
import { currentMessage } from "./action-target.ts";

export interface Writing {
  /** The ts of the message that is replied to. */
  readonly thread?: string;
  /** Shows the reply in the channel too. */
  readonly broadcast?: boolean;
  readonly files?: readonly Pick<File, "name" | "mimetype">[];
}

/** Somebody writes into a channel. `@name` and `#name` become mentions, as the message box makes them. */
export function write(
  { core, user }: Actor,
  to: string,
  { text: typed, ...writing }: Writing & Typed,
): Message {
  const channel = findChannel(core, to);
  if (!channel?.members.includes(user.id)) throw new Error(`${user.name} is not in the channel ${to}`);
  const { thread, broadcast = false, files } = writing;
  if (thread !== undefined && !findMessage(core, to, thread))
    throw new Error(`no message ${thread} in ${to}`);
  const text = toMrkdwn(core, typed);
  return addMessage(core, {
    channel: to,
    user: user.id,
    text,
    blocks: toRichText(text),
    thread,
    subtype: subtypeOf(files !== undefined, thread !== undefined && broadcast),
    files: files?.map((file) => ({ ...file, id: core.ids.next("F") })),
    clientId: core.ids.next("client-"),
  });
}

interface Typed {
  readonly text: string;
}

export function rewrite(actor: Actor, message: Message, typed: string): Message {
  const { core, user } = actor;
  const text = toMrkdwn(core, typed);
  const edited = { user: user.id, ts: core.ids.ts() };
  return editMessage(core, ownMessage(actor, message), { text, blocks: toRichText(text), edited });
}

export function takeBack(actor: Actor, message: Message): void {
  removeMessage(actor.core, ownMessage(actor, message));
}

function ownMessage(actor: Actor, message: Message): Message {
  const found = currentMessage(actor, message);
  if (found.user !== actor.user.id) throw new Error(`${actor.user.name} did not write that message`);
  return found;
}

function subtypeOf(hasFiles: boolean, isBroadcast: boolean): Message["subtype"] {
  if (hasFiles) return "file_share";
  return isBroadcast ? "thread_broadcast" : undefined;
}

/** What the message box makes of what is typed: messaging/formatting-message-text */
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

/** A person's message has its words as rich text too: reference/block-kit/blocks/rich-text-block */
function toRichText(mrkdwn: string): readonly Block[] {
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
