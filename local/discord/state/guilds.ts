import type { GuildContext } from "../guild-context.ts";
import type { AnyChannel, AppGuild, GuildRole } from "./model.ts";

type StateHolder = Pick<GuildContext, "app" | "state">;

/** The guilds in which the app is installed. */
export function appGuilds({ app, state }: StateHolder): readonly AppGuild[] {
  return [{ id: app.guildId, name: app.guildName }, ...state.data.otherGuilds];
}

export function findAppGuild(context: StateHolder, id: string): AppGuild | undefined {
  return appGuilds(context).find((guild) => guild.id === id);
}

/** Ids differ by one in the bits that choose the shard: events/gateway#sharding */
export function addGuild({ app, state }: StateHolder, name: string): AppGuild {
  const id = BigInt(app.guildId) + (BigInt(state.data.otherGuilds.length + 1) << 22n);
  const guild = { id: id.toString(), name };
  state.change((data) => ({ ...data, otherGuilds: [...data.otherGuilds, guild] }));
  return guild;
}

/** The id of the guild that a channel is in. */
export function guildIdOf(context: StateHolder, channel: AnyChannel | undefined): string {
  const { app, state } = context;
  switch (channel?.kind) {
    case "text":
    case "forum":
      return channel.server ?? app.guildId;
    case "thread":
      return guildIdOf(
        context,
        state.data.channels.find(({ id }) => id === channel.parent),
      );
    case "dm":
    case undefined:
      return app.guildId;
  }
}

/** Whether the channel is in a guild where only users have installed the app. */
export function isForeign(context: StateHolder, channel: AnyChannel | undefined): boolean {
  return findAppGuild(context, guildIdOf(context, channel)) === undefined;
}

/** The roles of a guild. In all but the first one that is @everyone alone, who may do the same as there. */
export function rolesIn({ app, state }: StateHolder, guild: string): readonly GuildRole[] {
  const { roles } = state.data;
  if (guild === app.guildId) return roles;
  return roles.filter(({ id }) => id === app.guildId).map((role) => ({ ...role, id: guild }));
}
