import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { messagesOf } from "../state/find.ts";
import { guildIdOf } from "../state/guilds.ts";
import type { AnyChannel, ForumTag, PermissionOverwrite, ThreadChannel } from "../state/model.ts";
import { findUserPayload } from "./people.ts";

/** resources/channel#channel-object-channel-types */
export function channelType(channel: AnyChannel): number {
  switch (channel.kind) {
    case "text":
      return 0;
    case "dm":
      return 1;
    case "thread":
      return channel.isPrivate ? 12 : 11;
    case "forum":
      return 15;
  }
}

/** resources/channel#channel-object */
export function toChannelPayload(context: GuildContext, channel: AnyChannel) {
  const shared = {
    id: channel.id,
    type: channelType(channel),
    flags: channel.kind === "forum" && channel.requiresTag ? 1 << 4 : 0,
    last_message_id:
      messagesOf(context, channel.id).findLast(({ visibleTo }) => visibleTo === undefined)?.id ?? null,
  };
  switch (channel.kind) {
    case "dm":
      return { ...shared, recipients: [findUserPayload(context, channel.with)] };
    case "thread":
      return { ...shared, ...threadFields(context, channel) };
    case "text":
    case "forum":
      return {
        ...shared,
        guild_id: guildIdOf(context, channel),
        name: channel.name,
        position: 0,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: channel.overwrites.map(toOverwritePayload),
        ...(channel.kind === "forum" && {
          available_tags: channel.tags.map(toTagPayload),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }),
      };
  }
}

/** resources/channel#channel-object, #thread-metadata-object */
function threadFields(context: GuildContext, thread: ThreadChannel) {
  const { name, parent, owner, members, isArchived, isLocked, isPrivate, archiveAfter, archivedAt } = thread;
  const started = new Date(archivedAt).toISOString();
  const count = messagesOf(context, thread.id).filter(({ visibleTo }) => visibleTo === undefined).length;
  const isMember = members.includes(context.app.botUserId);
  return {
    guild_id: guildIdOf(context, thread),
    name,
    parent_id: parent,
    owner_id: owner,
    rate_limit_per_user: 0,
    message_count: count,
    total_message_sent: count,
    member_count: Math.min(members.length, 50),
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: isArchived,
      archive_timestamp: started,
      auto_archive_duration: archiveAfter,
      locked: isLocked,
      create_timestamp: started,
      ...(isPrivate && { invitable: false }),
    },
    ...(isMember && { member: toThreadMemberPayload(thread, context.app.botUserId) }),
  };
}

/** resources/channel#thread-member-object */
export function toThreadMemberPayload({ id, archivedAt }: ThreadChannel, user: string) {
  return { id, user_id: user, join_timestamp: new Date(archivedAt).toISOString(), flags: 0 };
}

function toTagPayload({ id, name, isModerated }: ForumTag) {
  return { id, name, moderated: isModerated, emoji_id: null, emoji_name: null };
}

function toOverwritePayload({ id, kind, allow, deny }: PermissionOverwrite) {
  return { id, type: kind === "role" ? 0 : 1, allow: toBits(allow), deny: toBits(deny) };
}
