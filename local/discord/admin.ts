import { channelChanged, channelCreated, threadChanged } from "./gateway/events.ts";
import { forumTags } from "./limits.ts";
import type { Street } from "./people/actor.ts";
import { createPerson, type Person } from "./people/person.ts";
import type { Permission } from "./permission-flags.ts";
import { findChannel } from "./state/find.ts";
import { forgetPeople } from "./state/remove-people.ts";
import type { Channel, Overwrite } from "./state/model.ts";
import { addChannel, addUser, replaceChannel } from "./state/channels.ts";

/** Who is in the server, and where they meet. */
export interface Places {
  /** Somebody, new at the first call with this name. */
  person(name: string, options?: PersonOptions): Person;
  /** A new role's id. */
  role(name: string, permissions?: readonly Permission[]): string;
  /** A new text channel's id. */
  channel(name: string): string;
  /** A new text channel's id in another server, which the app is not in: everybody there has it for themselves. */
  foreignChannel(name: string): string;
  /** A new forum's id. */
  forum(name: string, options?: ForumOptions): string;
  /** Sets what a user or a role may and may not do in a channel; default whom: the app. */
  allow(channel: string, permissions: readonly Permission[], whom?: string): void;
  deny(channel: string, permissions: readonly Permission[], whom?: string): void;
  /** Takes people out of the data with all that they did, and what was answered; the app is not told. */
  forget(people: readonly Person[]): void;
  /** Archives a thread, or locks it too. */
  archive(thread: string, options?: { readonly isLocked: boolean }): void;
}

interface PersonOptions {
  /** What Discord speaks to them in. Default en-US. */
  readonly locale?: string;
  /** Role ids. */
  readonly roles?: readonly string[];
  /** Default true; others only have direct messages. */
  readonly isMember?: boolean;
}

interface ForumOptions {
  /** Names; those in `moderated` only moderators may set. */
  readonly tags?: readonly string[];
  readonly moderated?: readonly string[];
  readonly requiresTag?: boolean;
}

export function createPlaces(street: Street): Places {
  const { core } = street;
  const people = new Map<string, Person>();
  const found = (id: string): Channel => {
    const channel = findChannel(core, id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    return channel;
  };
  const overwrite = (id: string, whom: string, change: Pick<Overwrite, "allow" | "deny">) => {
    const channel = found(id);
    if (channel.kind !== "text" && channel.kind !== "forum")
      throw new Error(`${id} has no permissions of its own`);
    const kind = core.state.data.roles.some((role) => role.id === whom)
      ? ("role" as const)
      : ("user" as const);
    const before = channel.overwrites.find((one) => one.id === whom) ?? { allow: [], deny: [] };
    const next = {
      id: whom,
      kind,
      allow: [...before.allow.filter((name) => !change.deny.includes(name)), ...change.allow],
      deny: [...before.deny.filter((name) => !change.allow.includes(name)), ...change.deny],
    };
    const after = { ...channel, overwrites: [...channel.overwrites.filter((one) => one.id !== whom), next] };
    replaceChannel(core, after);
    core.announce(channelChanged(core, after));
  };

  return {
    person: (name, { locale = "en-US", roles = [], isMember = true } = {}) => {
      const known = people.get(name);
      if (known) return known;
      const user = { username: name, isBot: false, locale, roles, isMember, takesMessages: true };
      const { id } = addUser(core, { ...user, id: core.ids.next() });
      const person = createPerson(street, { id, name });
      people.set(name, person);
      return person;
    },
    role: (name, permissions = []) => {
      const role = { id: core.ids.next(), name, permissions };
      core.state.change((data) => ({ ...data, roles: [...data.roles, role] }));
      return role.id;
    },
    channel: (name) =>
      announced(street, addChannel(core, { kind: "text", id: core.ids.next(), name, overwrites: [] })),
    foreignChannel: (name) => {
      const server = core.ids.next();
      return addChannel(core, { kind: "text", id: core.ids.next(), name, server, overwrites: [] }).id;
    },
    forum: (name, { tags = [], moderated = [], requiresTag = false } = {}) => {
      if (tags.length + moderated.length > forumTags)
        throw new Error(`a forum has at most ${forumTags} tags`);
      return announced(
        street,
        addChannel(core, {
          kind: "forum",
          id: core.ids.next(),
          name,
          overwrites: [],
          tags: [...tags, ...moderated].map((tag) => ({
            id: core.ids.next(),
            name: tag,
            isModerated: moderated.includes(tag),
          })),
          requiresTag,
        }),
      );
    },
    allow: (channel, permissions, whom = core.app.botUserId) =>
      overwrite(channel, whom, { allow: permissions, deny: [] }),
    deny: (channel, permissions, whom = core.app.botUserId) =>
      overwrite(channel, whom, { allow: [], deny: permissions }),
    forget: (gone) => {
      for (const { name } of gone) people.delete(name);
      forgetPeople(core, new Set(gone.map(({ id }) => id)));
    },
    archive: (id, { isLocked } = { isLocked: false }) => {
      const thread = found(id);
      if (thread.kind !== "thread") throw new Error(`${id} is no thread`);
      const after = { ...thread, isArchived: true, isLocked, archivedAt: core.clock.now() };
      replaceChannel(core, after);
      core.announce(threadChanged(core, after));
    },
  };
}

function announced({ core }: Street, channel: Channel): string {
  core.announce(channelCreated(core, channel));
  return channel.id;
}
