import { threadCreated } from "../gateway/events.ts";
import type { GuildContext } from "../guild-context.ts";
import { addChannel } from "../state/channels.ts";
import { findMentions } from "../state/mentions.ts";
import { addMessage, editMessage, removeMessage } from "../state/messages.ts";
import type { AnyChannel, Attachment, GuildMessage, ThreadChannel } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { currentUser, type DiscordActor, visibleChannel, visibleMessage } from "./actor.ts";

export interface DiscordMessageOptions {
  /** The message to reply to. */
  readonly replyTo?: Pick<GuildMessage, "id" | "channel">;
  /** Whether a reply pings the other author. Default: true. */
  readonly pings?: boolean;
  readonly attachments?: readonly NewAttachment[];
}

interface NewAttachment extends Pick<Attachment, "filename" | "contentType" | "text"> {
  readonly content?: Uint8Array;
}

/** Writes into a channel. `@name` becomes a mention, as in Discord's message box. */
export function writeMessage(
  actor: DiscordActor,
  to: string,
  { text, replyTo, pings = true, attachments = [] }: DiscordMessageOptions & { readonly text: string },
): GuildMessage {
  const { context } = actor;
  const channel = visibleChannel(actor, to);
  if (!canWrite(actor, channel)) throw new Error(`${currentUser(actor).username} can't write in ${to}`);
  const replied = replyTo && visibleMessage(actor, replyTo);
  const content = toContent(context, text);
  const allowed = {
    parse: ["users" as const, "roles" as const, "everyone" as const],
    users: undefined,
    roles: undefined,
    replied_user: pings,
  };
  return addMessage(context, {
    channel: to,
    author: actor.id,
    type: replied ? 19 : 0,
    content,
    ...{ embeds: [], components: [], flags: 0 },
    attachments: attachments.map((file) => toAttachment(context, file)),
    mentions: findMentions(context, {
      content,
      allowed,
      replied,
      canMentionAll: hasPermission(context, channel, "MentionEveryone", actor.id),
    }),
    reference: replied && { channel: to, message: replied.id },
  });
}

function toAttachment({ ids, fileContents }: GuildContext, { content, ...file }: NewAttachment): Attachment {
  const id = ids.next();
  if (content) fileContents.set(id, content);
  const size = content?.length ?? (file.text === undefined ? 1000 : Buffer.byteLength(file.text));
  return { ...file, id, size };
}

function canWrite({ context, id }: DiscordActor, channel: AnyChannel): boolean {
  switch (channel.kind) {
    case "dm":
      return true;
    case "forum":
      return false;
    case "text":
      return hasPermission(context, channel, "SendMessages", id);
    case "thread":
      return (
        hasPermission(context, channel, "SendMessagesInThreads", id) &&
        (!channel.isLocked || hasPermission(context, channel, "ManageThreads", id))
      );
  }
}

export function editOwnMessage(actor: DiscordActor, message: GuildMessage, text: string): GuildMessage {
  const content = toContent(actor.context, text);
  const mentions = findMentions(actor.context, { content, canMentionAll: false });
  return editMessage(actor.context, ownMessage(actor, message), { content, mentions });
}

export function deleteOwnMessage(actor: DiscordActor, message: GuildMessage): void {
  removeMessage(actor.context, ownMessage(actor, message));
}

function ownMessage(actor: DiscordActor, message: GuildMessage): GuildMessage {
  const found = visibleMessage(actor, message);
  if (found.author !== actor.id) throw new Error(`${currentUser(actor).username} did not write that message`);
  return found;
}

export interface NewForumPost {
  readonly title: string;
  readonly text: string;
  /** Tag names. */
  readonly tags?: readonly string[];
  readonly attachments?: DiscordMessageOptions["attachments"];
}

/** Creates a post in a forum: a thread, and its first message, which has the same id. */
export function createForumPost(
  actor: DiscordActor,
  forum: string,
  { title, text, tags = [], attachments }: NewForumPost,
): CreatedForumPost {
  const { context } = actor;
  const channel = visibleChannel(actor, forum);
  if (channel.kind !== "forum") throw new Error(`${forum} is not a forum`);
  const appliedTags = tags.map((name) => {
    const tag = channel.tags.find((one) => one.name === name);
    if (!tag)
      throw new Error(
        `no tag is called "${name}"; there are: ${channel.tags.map((one) => one.name).join(", ")}`,
      );
    if (tag.isModerated && !hasPermission(context, channel, "ManageThreads", actor.id))
      throw new Error(`"${name}" is for moderators`);
    return tag.id;
  });
  if (channel.requiresTag && appliedTags.length === 0) throw new Error(`${channel.name} requires a tag`);
  const thread = addChannel(context, {
    ...{ kind: "thread", isPrivate: false, isArchived: false, isLocked: false, archiveAfter: 4320 },
    id: context.ids.next(),
    name: title,
    parent: forum,
    owner: actor.id,
    members: [actor.id],
    archivedAt: context.clock.now(),
    appliedTags,
  } satisfies ThreadChannel);
  context.announce(threadCreated(context, thread));
  const content = toContent(context, text);
  const message = addMessage(context, {
    id: thread.id,
    channel: thread.id,
    author: actor.id,
    ...{ type: 0, embeds: [], components: [], flags: 0 },
    content,
    attachments: (attachments ?? []).map((file) => toAttachment(context, file)),
    mentions: findMentions(context, { content, canMentionAll: false }),
  });
  return { thread, message };
}

export interface CreatedForumPost {
  readonly thread: ThreadChannel;
  readonly message: GuildMessage;
}

/** Converts typed text as Discord's message box does: reference#message-formatting */
function toContent({ state: { data } }: GuildContext, typed: string): string {
  return typed.replace(/(?<![\w<])@([\w.-]+)/g, (whole, name) => {
    const user = data.users.find(({ username }) => username === name);
    const role = data.roles.find((one) => one.name === name);
    if (user) return `<@${user.id}>`;
    return role ? `<@&${role.id}>` : whole;
  });
}
