import type { SlackActorServices } from "./people/actor.ts";
import { createPerson, type SlackPerson } from "./people/person.ts";
import { addChannel, changeChannel } from "./state/channels.ts";
import { addUser } from "./state/users.ts";

/** What an admin does: adds people and channels. */
export interface WorkspaceAdmin {
  /** The person with this name, added at the first call. */
  person(name: string): SlackPerson;
  /** Creates a channel and returns its id. */
  channel(name: string, options?: ChannelOptions): string;
  invite(channel: string, user: string): void;
  archive(channel: string): void;
}

interface ChannelOptions {
  readonly members?: readonly Pick<SlackPerson, "id">[];
  readonly isPrivate?: boolean;
  /** Whether the app is a member. Default: true. */
  readonly hasApp?: boolean;
}

export function createWorkspaceAdmin(services: SlackActorServices): WorkspaceAdmin {
  const { context } = services;
  const people = new Map<string, SlackPerson>();
  return {
    person: (name) => {
      const person = people.get(name) ?? createPerson(services, addUser(context, { name, isBot: false }));
      people.set(name, person);
      return person;
    },
    channel: (name, { members = [], isPrivate = false, hasApp = true } = {}) => {
      const users = [...members.map(({ id }) => id), ...(hasApp ? [context.app.botUserId] : [])];
      return addChannel(context, { name, kind: isPrivate ? "private" : "public", members: users }).id;
    },
    invite: (id, user) =>
      changeChannel(context, id, (channel) => ({ ...channel, members: [...channel.members, user] })),
    archive: (id) => changeChannel(context, id, (channel) => ({ ...channel, isArchived: true })),
  };
}
