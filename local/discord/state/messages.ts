import { messageCreated, messageDeleted, messageUpdated, threadChanged } from "../gateway/events.ts";
import type { GuildContext } from "../guild-context.ts";
import { replaceChannel } from "./channels.ts";
import { findChannel, messagesOf } from "./find.ts";
import type { GuildMessage, ThreadChannel } from "./model.ts";

/** The messages that a person sees in a channel: the public ones and their own ephemeral ones. */
export function messagesSeenBy(
  context: GuildContext,
  user: string,
  channel: string,
): readonly GuildMessage[] {
  const found = findChannel(context, channel);
  if (!found || (found.kind === "dm" && found.with !== user)) return [];
  return messagesOf(context, channel).filter(({ visibleTo = user }) => visibleTo === user);
}

type NewMessage = Omit<GuildMessage, "id" | "at"> & { readonly id?: string };

/** Adds a message. Sends an event, unless it is ephemeral. */
export function addMessage(context: GuildContext, draft: NewMessage): GuildMessage {
  const message = { ...draft, id: draft.id ?? context.ids.next(), at: context.clock.now() };
  joinThread(context, message);
  changeMessages(context, message.channel, (messages) => [...messages, message]);
  if (message.visibleTo === undefined) context.announce(messageCreated(context, message));
  return message;
}

/** Edits a message and sends an event, unless it is ephemeral. */
export function editMessage(
  context: GuildContext,
  before: GuildMessage,
  change: Partial<GuildMessage>,
): GuildMessage {
  const after = { ...before, ...change, editedAt: context.clock.now() };
  changeMessages(context, before.channel, (messages) =>
    messages.map((message) => (message.id === before.id ? after : message)),
  );
  if (after.visibleTo === undefined) context.announce(messageUpdated(context, after));
  return after;
}

/** Removes a message and sends an event, unless it was ephemeral. */
export function removeMessage(context: GuildContext, removed: GuildMessage): void {
  changeMessages(context, removed.channel, (messages) => messages.filter(({ id }) => id !== removed.id));
  if (removed.visibleTo === undefined) context.announce(messageDeleted(context, removed));
}

/** Writing in a thread joins it, and unarchives it: topics/threads */
function joinThread(context: GuildContext, { channel, author }: GuildMessage): void {
  const thread = findChannel(context, channel);
  if (thread?.kind !== "thread") return;
  const members = thread.members.includes(author) ? thread.members : [...thread.members, author];
  const next: ThreadChannel = { ...thread, members, isArchived: false };
  replaceChannel(context, next);
  if (thread.isArchived) context.announce(threadChanged(context, next));
}

function changeMessages(
  { state }: GuildContext,
  channel: string,
  toNext: (messages: readonly GuildMessage[]) => readonly GuildMessage[],
): void {
  state.change((data) => ({
    ...data,
    messages: { ...data.messages, [channel]: toNext(data.messages[channel] ?? []) },
  }));
}
