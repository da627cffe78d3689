import type { Street } from "./people/actor.ts";
import { createPerson, type Person } from "./people/person.ts";
import { addChannel, addUser, changeChannel } from "./state/channels.ts";

/** Who is in the workspace, and where they meet. */
export interface Places {
  /** Somebody, new at the first call with this name. */
  person(name: string): Person;
  /** A new channel's id; the app is in it unless it is left out. */
  channel(name: string, options?: ChannelOptions): string;
  invite(channel: string, user: string): void;
  archive(channel: string): void;
}

interface ChannelOptions {
  readonly members?: readonly Pick<Person, "id">[];
  readonly isPrivate?: boolean;
  /** Default true. */
  readonly hasApp?: boolean;
}

export function createPlaces(street: Street): Places {
  const { core } = street;
  const people = new Map<string, Person>();
  return {
    person: (name) => {
      const person = people.get(name) ?? createPerson(street, addUser(core, { name, isBot: false }));
      people.set(name, person);
      return person;
    },
    channel: (name, { members = [], isPrivate = false, hasApp = true } = {}) => {
      const users = [...members.map(({ id }) => id), ...(hasApp ? [core.app.botUserId] : [])];
      return addChannel(core, { name, kind: isPrivate ? "private" : "public", members: users }).id;
    },
    invite: (id, user) =>
      changeChannel(core, id, (channel) => ({ ...channel, members: [...channel.members, user] })),
    archive: (id) => changeChannel(core, id, (channel) => ({ ...channel, isArchived: true })),
  };
}
