import { z } from "zod";
import { threadCreated } from "../gateway/events.ts";
import type { GuildContext } from "../guild-context.ts";
import { toChannelPayload, toThreadMemberPayload } from "../payloads/channels.ts";
import { toMessagePayload } from "../payloads/messages.ts";
import { forumPost, threadStart } from "../schemas/channels.ts";
import { addChannel, replaceChannel } from "../state/channels.ts";
import { findThread } from "../state/find.ts";
import { flags } from "../state/flags.ts";
import { findAppGuild, guildIdOf } from "../state/guilds.ts";
import { addMessage } from "../state/messages.ts";
import type { ForumChannel, TextChannel, ThreadChannel } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { findPermittedChannel, findPublicMessage, findVisibleChannel } from "./channel-access.ts";
import { checkTags } from "./forum-tags.ts";
import { parseContent } from "./message-content.ts";
import { readBody, type UploadedFile } from "./request.ts";
import { apiError, isRestError, noContent, type RestResult, success } from "./result.ts";
import { route, routeWithoutBody } from "./route.ts";

/** resources/channel#start-thread-from-message: the thread takes the message's id */
export const fromMessage = route("POST /channels/{channel}/messages/{message}/threads", {
  body: threadStart,
  run: ({ param, body }, { context }) => {
    const channel = findPermittedChannel(context, param("channel"), "CreatePublicThreads");
    if (isRestError(channel)) return channel;
    if (channel.kind !== "text") return apiError(50024);
    const message = findPublicMessage(context, channel, param("message"));
    if (isRestError(message)) return message;
    if (findThread(context, message.id)) return apiError(160004);
    const thread = startThread(context, channel, { ...body, id: message.id });
    addMessage(context, {
      ...starterMessage,
      channel: thread.id,
      author: message.author,
      reference: { channel: channel.id, message: message.id },
    });
    return success(toChannelPayload(context, thread), 201);
  },
});

/** resources/message#message-object-message-types: a THREAD_STARTER_MESSAGE, which only references the root message */
const starterMessage = {
  type: 21,
  ...{ content: "", embeds: [], components: [], attachments: [], flags: 0 },
  mentions: { users: [], roles: [], everyone: false },
} as const;

/** resources/channel#start-thread-without-message, #start-thread-in-forum-or-media-channel */
export const start = route("POST /channels/{channel}/threads", {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body, files }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    switch (channel.kind) {
      case "dm":
      case "thread":
        return apiError(50024);
      case "text":
        return startTextThread(context, channel, body);
      case "forum":
        return startForumPost(context, channel, { raw: body, files });
    }
  },
});

function startTextThread(context: GuildContext, channel: TextChannel, raw: unknown): RestResult {
  const read = readBody(threadStart, raw);
  if (isRestError(read)) return read;
  const isPrivate = (read.body.type ?? 12) === 12;
  if (!hasPermission(context, channel, isPrivate ? "CreatePrivateThreads" : "CreatePublicThreads"))
    return apiError(50013);
  return success(toChannelPayload(context, startThread(context, channel, { ...read.body, isPrivate })), 201);
}

interface ForumPostRequest {
  readonly raw: unknown;
  readonly files: readonly UploadedFile[];
}

function startForumPost(
  context: GuildContext,
  forum: ForumChannel,
  { raw, files }: ForumPostRequest,
): RestResult {
  if (!hasPermission(context, forum, "SendMessages")) return apiError(50013);
  const read = readBody(forumPost, raw);
  if (isRestError(read)) return read;
  const { message: messageBody, applied_tags: tags = [], ...body } = read.body;
  const tagError = checkTags(context, { parent: forum.id, tags });
  if (tagError) return tagError;
  const settable = flags.suppressEmbeds | flags.suppressNotifications | flags.componentsV2;
  const content = parseContent(context, { body: messageBody, files, channel: forum, settable });
  if (isRestError(content)) return content;
  const thread = startThread(context, forum, { ...body, tags });
  const author = context.app.botUserId;
  const message = addMessage(context, { ...content, id: thread.id, channel: thread.id, author, type: 0 });
  return success({ ...toChannelPayload(context, thread), message: toMessagePayload(context, message) }, 201);
}

interface NewThread {
  readonly name: string;
  readonly auto_archive_duration?: number | undefined;
  readonly id?: string;
  readonly isPrivate?: boolean;
  readonly tags?: readonly string[];
}

function startThread(
  context: GuildContext,
  { id: parent }: TextChannel | ForumChannel,
  options: NewThread,
): ThreadChannel {
  const { name, auto_archive_duration: archiveAfter = 1440, id, isPrivate = false, tags = [] } = options;
  const owner = context.app.botUserId;
  const thread = addChannel(context, {
    kind: "thread",
    id: id ?? context.ids.next(),
    name,
    parent,
    owner,
    isPrivate,
    members: [owner],
    isArchived: false,
    isLocked: false,
    archiveAfter,
    archivedAt: context.clock.now(),
    appliedTags: tags,
  });
  context.announce(threadCreated(context, thread));
  return thread;
}

/** resources/channel#join-thread */
export const join = routeWithoutBody("PUT /channels/{channel}/thread-members/@me", {
  run: ({ param }, { context }) =>
    changeMembers(context, param("channel"), (members) => [...members, context.app.botUserId]),
});

/** resources/channel#leave-thread */
export const leave = routeWithoutBody("DELETE /channels/{channel}/thread-members/@me", {
  run: ({ param }, { context }) => changeMembers(context, param("channel"), (members) => members),
});

function changeMembers(
  context: GuildContext,
  id: string,
  toNext: (others: readonly string[]) => readonly string[],
): RestResult {
  const thread = findVisibleChannel(context, id);
  if (isRestError(thread)) return thread;
  if (thread.kind !== "thread") return apiError(50024);
  if (thread.isArchived) return apiError(50083);
  const others = thread.members.filter((user) => user !== context.app.botUserId);
  replaceChannel(context, { ...thread, members: toNext(others) });
  return noContent;
}

/** resources/guild#list-active-guild-threads */
export const active = routeWithoutBody("GET /guilds/{guild}/threads/active", {
  run: ({ param }, { context }) => {
    const guild = findAppGuild(context, param("guild"));
    if (!guild) return apiError(10004);
    const threads = context.state.data.channels.filter(
      (channel): channel is ThreadChannel =>
        channel.kind === "thread" &&
        !channel.isArchived &&
        guildIdOf(context, channel) === guild.id &&
        hasPermission(context, channel, "ViewChannel"),
    );
    const own = threads.filter(({ members }) => members.includes(context.app.botUserId));
    return success({
      threads: threads.map((thread) => toChannelPayload(context, thread)),
      has_more: false,
      members: own.map((thread) => toThreadMemberPayload(thread, context.app.botUserId)),
    });
  },
});
