import { z } from "zod";
import type { GuildContext } from "../guild-context.ts";
import { threadCreated } from "../gateway/events.ts";
import { forumPost, threadStart } from "../schemas/channels.ts";
import { may } from "../state/permissions.ts";
import { findThread } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { addMessage } from "../state/messages.ts";
import type { Forum, TextChannel, Thread } from "../state/model.ts";
import { addChannel, replaceChannel } from "../state/channels.ts";
import { channelToWire, threadMember } from "../payloads/channels.ts";
import { messageToWire } from "../payloads/messages.ts";
import { type Answer, done, isRefusal, nothingToSay, refuse } from "./result.ts";
import { readContent } from "./message-content.ts";
import { reachChannel, reachFor, reachMessage } from "./channel-access.ts";
import { readBody, type UploadedFile } from "./request.ts";
import { bareRoute, route } from "./route.ts";
import { checkTags } from "./forum-tags.ts";

/** resources/channel#start-thread-from-message: the thread has the message's id */
export const fromMessage = route("POST /channels/{channel}/messages/{message}/threads", {
  body: threadStart,
  run: ({ param, body }, { core }) => {
    const channel = reachFor(core, param("channel"), "CreatePublicThreads");
    if (isRefusal(channel)) return channel;
    if (channel.kind !== "text") return refuse(50024);
    const message = reachMessage(core, channel, param("message"));
    if (isRefusal(message)) return message;
    if (findThread(core, message.id)) return refuse(160004);
    const thread = startThread(core, channel, { ...body, id: message.id });
    addMessage(core, {
      ...starter,
      channel: thread.id,
      author: message.author,
      reference: { channel: channel.id, message: message.id },
    });
    return done(channelToWire(core, thread), 201);
  },
});

/** resources/message#message-object-message-types: THREAD_STARTER_MESSAGE only refers to where the thread began */
const starter = {
  type: 21,
  ...{ content: "", embeds: [], components: [], attachments: [], flags: 0 },
  mentions: { users: [], roles: [], everyone: false },
} as const;

/** resources/channel#start-thread-without-message, #start-thread-in-forum-or-media-channel */
export const start = route("POST /channels/{channel}/threads", {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body, files }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    switch (channel.kind) {
      case "dm":
      case "thread":
        return refuse(50024);
      case "text":
        return startAlone(core, channel, body);
      case "forum":
        return startPost(core, channel, { raw: body, files });
    }
  },
});

function startAlone(core: GuildContext, channel: TextChannel, raw: unknown): Answer {
  const read = readBody(threadStart, raw);
  if (isRefusal(read)) return read;
  const isPrivate = (read.body.type ?? 12) === 12;
  if (!may(core, channel, isPrivate ? "CreatePrivateThreads" : "CreatePublicThreads")) return refuse(50013);
  return done(channelToWire(core, startThread(core, channel, { ...read.body, isPrivate })), 201);
}

interface Post {
  readonly raw: unknown;
  readonly files: readonly UploadedFile[];
}

function startPost(core: GuildContext, forum: Forum, { raw, files }: Post): Answer {
  if (!may(core, forum, "SendMessages")) return refuse(50013);
  const read = readBody(forumPost, raw);
  if (isRefusal(read)) return read;
  const { message: said, applied_tags: tags = [], ...body } = read.body;
  const wrong = checkTags(core, { parent: forum.id, tags });
  if (wrong) return wrong;
  const settable = flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;
  const content = readContent(core, { body: said, files, channel: forum, settable });
  if (isRefusal(content)) return content;
  const thread = startThread(core, forum, { ...body, tags });
  const author = core.app.botUserId;
  const message = addMessage(core, { ...content, id: thread.id, channel: thread.id, author, type: 0 });
  return done({ ...channelToWire(core, thread), message: messageToWire(core, message) }, 201);
}

interface NewThread {
  readonly name: string;
  readonly auto_archive_duration?: number | undefined;
  readonly id?: string;
  readonly isPrivate?: boolean;
  readonly tags?: readonly string[];
}

function startThread(core: GuildContext, { id: parent }: TextChannel | Forum, wanted: NewThread): Thread {
  const { name, auto_archive_duration: archiveAfter = 1440, id, isPrivate = false, tags = [] } = wanted;
  const owner = core.app.botUserId;
  const thread = addChannel(core, {
    kind: "thread",
    id: id ?? core.ids.next(),
    name,
    parent,
    owner,
    isPrivate,
    members: [owner],
    isArchived: false,
    isLocked: false,
    archiveAfter,
    archivedAt: core.clock.now(),
    appliedTags: tags,
  });
  core.announce(threadCreated(core, thread));
  return thread;
}

/** resources/channel#join-thread */
export const join = bareRoute("PUT /channels/{channel}/thread-members/@me", {
  run: ({ param }, { core }) =>
    changeMembers(core, param("channel"), (members) => [...members, core.app.botUserId]),
});

/** resources/channel#leave-thread */
export const leave = bareRoute("DELETE /channels/{channel}/thread-members/@me", {
  run: ({ param }, { core }) => changeMembers(core, param("channel"), (members) => members),
});

function changeMembers(
  core: GuildContext,
  id: string,
  toNext: (others: readonly string[]) => readonly string[],
): Answer {
  const thread = reachChannel(core, id);
  if (isRefusal(thread)) return thread;
  if (thread.kind !== "thread") return refuse(50024);
  if (thread.isArchived) return refuse(50083);
  const others = thread.members.filter((user) => user !== core.app.botUserId);
  replaceChannel(core, { ...thread, members: toNext(others) });
  return nothingToSay;
}

/** resources/guild#list-active-guild-threads */
export const active = bareRoute("GET /guilds/{guild}/threads/active", {
  run: ({ param }, { core }) => {
    if (param("guild") !== core.app.guildId) return refuse(10004);
    const threads = core.state.data.channels.filter(
      (channel): channel is Thread =>
        channel.kind === "thread" && !channel.isArchived && may(core, channel, "ViewChannel"),
    );
    const own = threads.filter(({ members }) => members.includes(core.app.botUserId));
    return done({
      threads: threads.map((thread) => channelToWire(core, thread)),
      has_more: false,
      members: own.map((thread) => threadMember(thread, core.app.botUserId)),
    });
  },
});
