import type { GuildContext } from "../guild-context.ts";
import { messageCreated, messageDeleted, messageUpdated, threadChanged } from "../gateway/events.ts";
import { findChannel, messagesOf } from "./find.ts";
import type { Message, Thread } from "./model.ts";
import { replaceChannel } from "./channels.ts";

/** What one person sees of a channel: what all see there, and their own ephemeral messages. */
export function messagesSeenBy(core: GuildContext, user: string, channel: string): readonly Message[] {
  const found = findChannel(core, channel);
  if (!found || (found.kind === "dm" && found.with !== user)) return [];
  return messagesOf(core, channel).filter(({ visibleTo = user }) => visibleTo === user);
}

type Draft = Omit<Message, "id" | "at"> & { readonly id?: string };

/** Adds a message and tells the app of it, unless one person alone sees it. */
export function addMessage(core: GuildContext, draft: Draft): Message {
  const message = { ...draft, id: draft.id ?? core.ids.next(), at: core.clock.now() };
  joinThread(core, message);
  changeMessages(core, message.channel, (messages) => [...messages, message]);
  if (message.visibleTo === undefined) core.announce(messageCreated(core, message));
  return message;
}

/** Changes a message and tells the app. */
export function editMessage(core: GuildContext, before: Message, change: Partial<Message>): Message {
  const after = { ...before, ...change, editedAt: core.clock.now() };
  changeMessages(core, before.channel, (messages) =>
    messages.map((message) => (message.id === before.id ? after : message)),
  );
  if (after.visibleTo === undefined) core.announce(messageUpdated(core, after));
  return after;
}

/** Takes a message away and tells the app. */
export function removeMessage(core: GuildContext, gone: Message): void {
  changeMessages(core, gone.channel, (messages) => messages.filter(({ id }) => id !== gone.id));
  if (gone.visibleTo === undefined) core.announce(messageDeleted(core, gone));
}

/** Who writes into a thread joins it, and an archived one is open again: topics/threads */
function joinThread(core: GuildContext, { channel, author }: Message): void {
  const thread = findChannel(core, channel);
  if (thread?.kind !== "thread") return;
  const members = thread.members.includes(author) ? thread.members : [...thread.members, author];
  const next: Thread = { ...thread, members, isArchived: false };
  replaceChannel(core, next);
  if (thread.isArchived) core.announce(threadChanged(core, next));
}

function changeMessages(
  { state }: GuildContext,
  channel: string,
  toNext: (messages: readonly Message[]) => readonly Message[],
): void {
  state.change((data) => ({
    ...data,
    messages: { ...data.messages, [channel]: toNext(data.messages[channel] ?? []) },
  }));
}
