import { z } from "zod";
import { channelChanged, threadChanged, threadDeleted } from "../gateway/events.ts";
import type { GuildContext } from "../guild-context.ts";
import { toChannelPayload } from "../payloads/channels.ts";
import { threadChange } from "../schemas/channels.ts";
import { removeChannel, replaceChannel } from "../state/channels.ts";
import type { ForumChannel, TextChannel, ThreadChannel } from "../state/model.ts";
import { hasPermission } from "../state/permissions.ts";
import { findVisibleChannel } from "./channel-access.ts";
import { checkTags } from "./forum-tags.ts";
import { readBody } from "./request.ts";
import { apiError, isRestError, type RestError, type RestResult, success } from "./result.ts";
import { route, routeWithoutBody } from "./route.ts";

/** resources/channel#get-channel */
export const get = routeWithoutBody("GET /channels/{channel}", {
  run: ({ param }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    return isRestError(channel) ? channel : success(toChannelPayload(context, channel));
  },
});

/** resources/channel#modify-channel: everything of a thread, only the name of other channels */
export const edit = route("PATCH /channels/{channel}", {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    switch (channel.kind) {
      case "dm":
        return apiError(50024);
      case "thread":
        return editThread(context, channel, body);
      case "text":
      case "forum":
        return rename(context, channel, body);
    }
  },
});

/** topics/threads#editing-deleting-threads */
function editThread(context: GuildContext, thread: ThreadChannel, raw: unknown): RestResult {
  const read = readBody(threadChange, raw);
  if (isRestError(read)) return read;
  const { body } = read;
  const permissionError = checkThreadPermissions(context, thread, body);
  if (permissionError) return permissionError;
  const tags = body.applied_tags;
  const tagError = tags && checkTags(context, { parent: thread.parent, tags, before: thread.appliedTags });
  if (tagError) return tagError;
  const next: ThreadChannel = {
    ...thread,
    name: body.name ?? thread.name,
    isArchived: body.archived ?? thread.isArchived,
    isLocked: body.locked ?? thread.isLocked,
    archiveAfter: body.auto_archive_duration ?? thread.archiveAfter,
    archivedAt: body.archived === undefined ? thread.archivedAt : context.clock.now(),
    appliedTags: tags ?? thread.appliedTags,
  };
  replaceChannel(context, next);
  context.announce(threadChanged(context, next));
  return success(toChannelPayload(context, next));
}

type ThreadChange = z.infer<typeof threadChange>;

function checkThreadPermissions(
  context: GuildContext,
  thread: ThreadChannel,
  change: ThreadChange,
): RestError | undefined {
  const { archived, locked, rate_limit_per_user: slowmode, ...rest } = change;
  // Also with Manage Threads: resources/channel#modify-channel, "Thread".
  if (thread.isArchived && archived !== false) return apiError(50083);
  if (hasPermission(context, thread, "ManageThreads")) return undefined;
  const isOwner = thread.owner === context.app.botUserId;
  const isOnlyOpening = archived === false && Object.values(rest).every((value) => value === undefined);
  if (locked !== undefined || slowmode !== undefined) return apiError(50013);
  if (isOwner || (isOnlyOpening && !thread.isLocked && thread.members.includes(context.app.botUserId)))
    return undefined;
  return apiError(50013);
}

function rename(context: GuildContext, channel: TextChannel | ForumChannel, raw: unknown): RestResult {
  if (!hasPermission(context, channel, "ManageChannels")) return apiError(50013);
  const read = readBody(z.strictObject({ name: z.string().min(1).max(100) }), raw);
  if (isRestError(read)) return read;
  const next = { ...channel, name: read.body.name };
  replaceChannel(context, next);
  context.announce(channelChanged(context, next));
  return success(toChannelPayload(context, next));
}

/** resources/channel#deleteclose-channel: deletes threads only; direct messages stay */
export const remove = routeWithoutBody("DELETE /channels/{channel}", {
  run: ({ param }, { context }) => {
    const channel = findVisibleChannel(context, param("channel"));
    if (isRestError(channel)) return channel;
    const payload = toChannelPayload(context, channel);
    if (channel.kind === "dm") return success(payload);
    if (channel.kind !== "thread") return apiError(50013);
    if (!hasPermission(context, channel, "ManageThreads")) return apiError(50013);
    removeChannel(context, channel.id);
    context.announce(threadDeleted(context, channel));
    return success(payload);
  },
});
