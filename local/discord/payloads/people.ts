import type { GuildContext } from "../guild-context.ts";
import { toBits } from "../permission-flags.ts";
import { permissionsOf } from "../state/permissions.ts";
import { findUser } from "../state/find.ts";
import type { Channel, Role, User } from "../state/model.ts";

/** resources/user#user-object */
export function userToWire({ id, username, isBot }: User) {
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

/** Somebody by id; who is no longer there is a deleted user, as on Discord. */
export function userById(core: Pick<GuildContext, "state">, id: string) {
  const gone: User = {
    id,
    username: "Deleted User",
    isBot: false,
    locale: "en-US",
    roles: [],
    isMember: false,
    takesMessages: false,
  };
  return userToWire(findUser(core, id) ?? gone);
}

const joined = "2026-01-01T00:00:00.000000+00:00";

/** resources/guild#guild-member-object, without the user, as messages have it */
export function partialMember({ roles }: User) {
  return {
    avatar: null,
    banner: null,
    nick: null,
    roles,
    joined_at: joined,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function memberToWire(user: User) {
  return { ...partialMember(user), user: userToWire(user) };
}

/** What an interaction says of who acted: interactions/receiving-and-responding#interaction-object */
export function actingMember(core: GuildContext, user: User, channel: Channel) {
  return { ...memberToWire(user), permissions: toBits(permissionsOf(core, user.id, channel)) };
}

/** topics/permissions#role-object */
export function roleToWire({ id, name, permissions }: Role, position: number) {
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
