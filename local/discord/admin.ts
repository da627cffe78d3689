import { channelChanged, channelCreated, guildCreated, threadChanged } from "./gateway/events.ts";
import { forumTags } from "./limits.ts";
import type { DiscordActorServices } from "./people/actor.ts";
import { createPerson, type DiscordPerson } from "./people/person.ts";
import type { Permission } from "./permission-flags.ts";
import { addChannel, replaceChannel } from "./state/channels.ts";
import { findChannel } from "./state/find.ts";
import { addGuild } from "./state/guilds.ts";
import type { AnyChannel, PermissionOverwrite } from "./state/model.ts";
import { removePeople } from "./state/remove-people.ts";
import { addUser } from "./state/users.ts";

/** What an admin does: adds people, roles and channels, and sets permissions. */
export interface GuildAdmin {
  /** The person with this name, added at the first call. */
  person(name: string, options?: PersonOptions): DiscordPerson;
  /** Creates a role and returns its id. */
  role(name: string, permissions?: readonly Permission[]): string;
  /** Creates another guild with the app, and returns its id. Of N guilds in a row, N shards hear of one each. */
  otherGuild(name: string): string;
  /** Creates a text channel and returns its id. Default: in the first guild. */
  channel(name: string, guild?: string): string;
  /** Creates a text channel in another guild, where only users have installed the app, and returns its id. */
  foreignChannel(name: string): string;
  /** Creates a forum and returns its id. */
  forum(name: string, options?: ForumOptions): string;
  /** Sets permission overwrites for a user or role id. Default: the app. */
  allow(channel: string, permissions: readonly Permission[], target?: string): void;
  deny(channel: string, permissions: readonly Permission[], target?: string): void;
  /** Removes people from the state, with all that they did and the answers to it. The app is not told. */
  removePeople(people: readonly DiscordPerson[]): void;
  /** Archives a thread, and optionally locks it. */
  archive(thread: string, options?: { readonly isLocked: boolean }): void;
}

interface PersonOptions {
  /** The language of their Discord client. Default: en-US. */
  readonly locale?: string;
  /** Role ids. */
  readonly roles?: readonly string[];
  /** Default: true. Others only have direct messages. */
  readonly isMember?: boolean;
}

interface ForumOptions {
  /** Tag names. Only moderators may set those in `moderated`. */
  readonly tags?: readonly string[];
  readonly moderated?: readonly string[];
  readonly requiresTag?: boolean;
  /** Default: the first guild. */
  readonly guild?: string;
}

export function createGuildAdmin(services: DiscordActorServices): GuildAdmin {
  const { context } = services;
  const people = new Map<string, DiscordPerson>();
  const getChannel = (id: string): AnyChannel => {
    const channel = findChannel(context, id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    return channel;
  };
  const overwrite = (id: string, target: string, change: Pick<PermissionOverwrite, "allow" | "deny">) => {
    const channel = getChannel(id);
    if (channel.kind !== "text" && channel.kind !== "forum")
      throw new Error(`${id} has no permission overwrites`);
    const kind = context.state.data.roles.some((role) => role.id === target)
      ? ("role" as const)
      : ("user" as const);
    const before = channel.overwrites.find((one) => one.id === target) ?? { allow: [], deny: [] };
    const next = {
      id: target,
      kind,
      allow: [...before.allow.filter((name) => !change.deny.includes(name)), ...change.allow],
      deny: [...before.deny.filter((name) => !change.allow.includes(name)), ...change.deny],
    };
    const after = {
      ...channel,
      overwrites: [...channel.overwrites.filter((one) => one.id !== target), next],
    };
    replaceChannel(context, after);
    context.announce(channelChanged(context, after));
  };

  return {
    person: (name, { locale = "en-US", roles = [], isMember = true } = {}) => {
      const known = people.get(name);
      if (known) return known;
      const user = { username: name, isBot: false, locale, roles, isMember, acceptsDms: true };
      const { id } = addUser(context, { ...user, id: context.ids.next() });
      const person = createPerson(services, { id, name });
      people.set(name, person);
      return person;
    },
    role: (name, permissions = []) => {
      const role = { id: context.ids.next(), name, permissions };
      context.state.change((data) => ({ ...data, roles: [...data.roles, role] }));
      return role.id;
    },
    otherGuild: (name) => {
      const guild = addGuild(context, name);
      context.announce(guildCreated(context, guild));
      return guild.id;
    },
    channel: (name, guild) =>
      announceChannel(
        services,
        addChannel(context, { kind: "text", id: context.ids.next(), name, server: guild, overwrites: [] }),
      ),
    foreignChannel: (name) => {
      const server = context.ids.next();
      return addChannel(context, { kind: "text", id: context.ids.next(), name, server, overwrites: [] }).id;
    },
    forum: (name, { tags = [], moderated = [], requiresTag = false, guild } = {}) => {
      if (tags.length + moderated.length > forumTags)
        throw new Error(`a forum has at most ${forumTags} tags`);
      return announceChannel(
        services,
        addChannel(context, {
          kind: "forum",
          id: context.ids.next(),
          name,
          server: guild,
          overwrites: [],
          tags: [...tags, ...moderated].map((tag) => ({
            id: context.ids.next(),
            name: tag,
            isModerated: moderated.includes(tag),
          })),
          requiresTag,
        }),
      );
    },
    allow: (channel, permissions, target = context.app.botUserId) =>
      overwrite(channel, target, { allow: permissions, deny: [] }),
    deny: (channel, permissions, target = context.app.botUserId) =>
      overwrite(channel, target, { allow: [], deny: permissions }),
    removePeople: (removed) => {
      for (const { name } of removed) people.delete(name);
      removePeople(context, new Set(removed.map(({ id }) => id)));
    },
    archive: (id, { isLocked } = { isLocked: false }) => {
      const thread = getChannel(id);
      if (thread.kind !== "thread") throw new Error(`${id} is not a thread`);
      const after = { ...thread, isArchived: true, isLocked, archivedAt: context.clock.now() };
      replaceChannel(context, after);
      context.announce(threadChanged(context, after));
    },
  };
}

function announceChannel({ context }: DiscordActorServices, channel: AnyChannel): string {
  context.announce(channelCreated(context, channel));
  return channel.id;
}
