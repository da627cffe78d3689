import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { findUser } from "../state/find.ts";
import type { AnyChannel, GuildRole, GuildUser } from "../state/model.ts";
import { permissionsOf } from "../state/permissions.ts";

/** resources/user#user-object */
export function toUserPayload({ id, username, isBot }: GuildUser) {
  return {
    id,
    username,
    discriminator: "0",
    global_name: isBot ? null : username,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    bot: isBot,
    system: false,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  };
}

/** The user with this id. A removed one becomes "Deleted User", as on Discord. */
export function findUserPayload(context: Pick<GuildContext, "state">, id: string) {
  const deletedUser: GuildUser = {
    id,
    username: "Deleted User",
    isBot: false,
    locale: "en-US",
    roles: [],
    isMember: false,
    acceptsDms: false,
  };
  return toUserPayload(findUser(context, id) ?? deletedUser);
}

const joinedAt = "2026-01-01T00:00:00.000000+00:00";

/** resources/guild#guild-member-object, without the user, as in message events */
export function toPartialMemberPayload({ roles }: GuildUser) {
  return {
    avatar: null,
    banner: null,
    nick: null,
    roles,
    joined_at: joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function toMemberPayload(user: GuildUser) {
  return { ...toPartialMemberPayload(user), user: toUserPayload(user) };
}

/** The member in an interaction: interactions/receiving-and-responding#interaction-object */
export function toActingMemberPayload(context: GuildContext, user: GuildUser, channel: AnyChannel) {
  return { ...toMemberPayload(user), permissions: toBits(permissionsOf(context, user.id, channel)) };
}

/** topics/permissions#role-object */
export function toRolePayload({ id, name, permissions }: GuildRole, position: number) {
  return {
    id,
    name,
    permissions: toBits(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}
