import type { GuildContext } from "../guild-context.ts";
import { threadCreated } from "../gateway/events.ts";
import { may } from "../state/permissions.ts";
import { mentionsIn } from "../state/mentions.ts";
import { addMessage, editMessage, removeMessage } from "../state/messages.ts";
import type { Attachment, Channel, Message, Thread } from "../state/model.ts";
import { addChannel } from "../state/channels.ts";
import { type Actor, seenChannel, seenMessage, self } from "./actor.ts";

export interface Writing {
  /** The message that is replied to. */
  readonly replyTo?: Pick<Message, "id" | "channel">;
  /** Whether the reply pings who is replied to; it does unless the person switches that off. */
  readonly pings?: boolean;
  readonly attachments?: readonly Pick<Attachment, "filename" | "contentType">[];
}

/** Somebody writes into a channel. `@name` becomes a mention, as the message box makes it. */
export function write(
  actor: Actor,
  to: string,
  { text, ...writing }: Writing & { readonly text: string },
): Message {
  const { core } = actor;
  const channel = seenChannel(actor, to);
  if (!mayWrite(actor, channel)) throw new Error(`${self(actor).username} can't write in ${to}`);
  const { replyTo, pings = true, attachments = [] } = writing;
  const replied = replyTo && seenMessage(actor, replyTo);
  const content = toContent(core, text);
  const allowed = {
    parse: ["users" as const, "roles" as const, "everyone" as const],
    users: undefined,
    roles: undefined,
    replied_user: pings,
  };
  return addMessage(core, {
    channel: to,
    author: actor.id,
    type: replied ? 19 : 0,
    content,
    ...{ embeds: [], components: [], flags: 0 },
    attachments: attachments.map((file) => ({ ...file, id: core.ids.next(), size: 1000 })),
    mentions: mentionsIn(core, {
      content,
      allowed,
      replied,
      mayPingAll: may(core, channel, "MentionEveryone", actor.id),
    }),
    reference: replied && { channel: to, message: replied.id },
  });
}

function mayWrite({ core, id }: Actor, channel: Channel): boolean {
  switch (channel.kind) {
    case "dm":
      return true;
    case "forum":
      return false;
    case "text":
      return may(core, channel, "SendMessages", id);
    case "thread":
      return (
        may(core, channel, "SendMessagesInThreads", id) &&
        (!channel.isLocked || may(core, channel, "ManageThreads", id))
      );
  }
}

export function rewrite(actor: Actor, message: Message, text: string): Message {
  const content = toContent(actor.core, text);
  const mentions = mentionsIn(actor.core, { content, mayPingAll: false });
  return editMessage(actor.core, ownMessage(actor, message), { content, mentions });
}

export function takeBack(actor: Actor, message: Message): void {
  removeMessage(actor.core, ownMessage(actor, message));
}

function ownMessage(actor: Actor, message: Message): Message {
  const found = seenMessage(actor, message);
  if (found.author !== actor.id) throw new Error(`${self(actor).username} did not write that message`);
  return found;
}

export interface Post {
  readonly title: string;
  readonly text: string;
  /** By name. */
  readonly tags?: readonly string[];
  readonly attachments?: Writing["attachments"];
}

/** Opens a post in a forum: the thread, and the message in it that has the thread's id. */
export function openPost(
  actor: Actor,
  forum: string,
  { title, text, tags = [], attachments }: Post,
): OpenedPost {
  const { core } = actor;
  const channel = seenChannel(actor, forum);
  if (channel.kind !== "forum") throw new Error(`${forum} is no forum`);
  const appliedTags = tags.map((name) => {
    const tag = channel.tags.find((one) => one.name === name);
    if (!tag)
      throw new Error(
        `no tag is called "${name}"; there are: ${channel.tags.map((one) => one.name).join(", ")}`,
      );
    if (tag.isModerated && !may(core, channel, "ManageThreads", actor.id))
      throw new Error(`"${name}" is for moderators`);
    return tag.id;
  });
  if (channel.requiresTag && appliedTags.length === 0) throw new Error(`${channel.name} asks for a tag`);
  const thread = addChannel(core, {
    ...{ kind: "thread", isPrivate: false, isArchived: false, isLocked: false, archiveAfter: 4320 },
    id: core.ids.next(),
    name: title,
    parent: forum,
    owner: actor.id,
    members: [actor.id],
    archivedAt: core.clock.now(),
    appliedTags,
  } satisfies Thread);
  core.announce(threadCreated(core, thread));
  const content = toContent(core, text);
  const message = addMessage(core, {
    id: thread.id,
    channel: thread.id,
    author: actor.id,
    ...{ type: 0, embeds: [], components: [], flags: 0 },
    content,
    attachments: (attachments ?? []).map((file) => ({ ...file, id: core.ids.next(), size: 1000 })),
    mentions: mentionsIn(core, { content, mayPingAll: false }),
  });
  return { thread, message };
}

export interface OpenedPost {
  readonly thread: Thread;
  readonly message: Message;
}

/** What the message box makes of what is typed: reference#message-formatting */
function toContent({ state: { data } }: GuildContext, typed: string): string {
  return typed.replace(/(?<![\w<])@([\w.-]+)/g, (whole, name) => {
    const user = data.users.find(({ username }) => username === name);
    const role = data.roles.find((one) => one.name === name);
    if (user) return `<@${user.id}>`;
    return role ? `<@&${role.id}>` : whole;
  });
}
