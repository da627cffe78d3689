import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { messagesOf } from "../state/find.ts";
import type { Channel, Overwrite, Tag, Thread } from "../state/model.ts";
import { userById } from "./people.ts";

/** resources/channel#channel-object-channel-types */
export function channelType(channel: Channel): number {
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

/** The server that a channel is in. */
export function serverOf({ app }: Pick<GuildContext, "app">, channel: Channel | undefined): string {
  return channel?.kind === "text" && channel.server !== undefined ? channel.server : app.guildId;
}

/** resources/channel#channel-object */
export function channelToWire(core: GuildContext, channel: Channel) {
  const shared = {
    id: channel.id,
    type: channelType(channel),
    flags: channel.kind === "forum" && channel.requiresTag ? 1 << 4 : 0,
    last_message_id:
      messagesOf(core, channel.id).findLast(({ visibleTo }) => visibleTo === undefined)?.id ?? null,
  };
  switch (channel.kind) {
    case "dm":
      return { ...shared, recipients: [userById(core, channel.with)] };
    case "thread":
      return { ...shared, ...threadFields(core, channel) };
    case "text":
    case "forum":
      return {
        ...shared,
        guild_id: serverOf(core, channel),
        name: channel.name,
        position: 0,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: channel.overwrites.map(overwriteToWire),
        ...(channel.kind === "forum" && {
          available_tags: channel.tags.map(tagToWire),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }),
      };
  }
}

/** resources/channel#channel-object, #thread-metadata-object */
function threadFields(core: GuildContext, thread: Thread) {
  const { name, parent, owner, members, isArchived, isLocked, isPrivate, archiveAfter, archivedAt } = thread;
  const started = new Date(archivedAt).toISOString();
  const count = messagesOf(core, thread.id).filter(({ visibleTo }) => visibleTo === undefined).length;
  const isIn = members.includes(core.app.botUserId);
  return {
    guild_id: core.app.guildId,
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
    ...(isIn && { member: threadMember(thread, core.app.botUserId) }),
  };
}

/** resources/channel#thread-member-object */
export function threadMember({ id, archivedAt }: Thread, user: string) {
  return { id, user_id: user, join_timestamp: new Date(archivedAt).toISOString(), flags: 0 };
}

function tagToWire({ id, name, isModerated }: Tag) {
  return { id, name, moderated: isModerated, emoji_id: null, emoji_name: null };
}

function overwriteToWire({ id, kind, allow, deny }: Overwrite) {
  return { id, type: kind === "role" ? 0 : 1, allow: toBits(allow), deny: toBits(deny) };
}
