import type { LocalPlatform } from "./local-platform.ts";
import { people } from "./people.ts";

/** A place with messages that a person has not looked at yet. */
export interface UnreadPlace {
  readonly platform: string;
  readonly place: string;
  readonly count: number;
  /** How many of them are for this person in particular. */
  readonly direct: number;
}

/** By person. Places without unread messages are left out. */
export type Unread = Readonly<Record<string, readonly UnreadPlace[]>>;

export interface UnreadMarks {
  all(): Unread;
  /** A person looked at a place: everything in it is read. */
  look(looked: Looked): void;
  /** Calls the listener after each look; the function returned removes it. */
  onChange(listener: () => void): () => void;
}

interface Looked {
  readonly platform: string;
  readonly person: string;
  readonly place: string;
}

/** What each person has read. Kept in memory as long as the local platforms, so that reloading the page forgets nothing. */
export function createUnreadMarks(platforms: readonly LocalPlatform[]): UnreadMarks {
  const listeners = new Set<() => void>();
  const read = new Map<string, Set<string>>();
  const readBy = (person: string, platform: string) => {
    const key = `${person}/${platform}`;
    const ids = read.get(key) ?? new Set();
    read.set(key, ids);
    return ids;
  };
  const unreadOn = (platform: LocalPlatform, person: string): readonly UnreadPlace[] => {
    const ids = readBy(person, platform.name);
    const unread = (platform.received?.(person) ?? []).filter(({ id }) => !ids.has(id));
    return [...new Set(unread.map(({ place }) => place))].map((place) => {
      const here = unread.filter((message) => message.place === place);
      return {
        platform: platform.name,
        place,
        count: here.length,
        direct: here.filter(({ isDirect }) => isDirect).length,
      };
    });
  };
  return {
    all: () =>
      Object.fromEntries(
        people.map(({ name }) => [name, platforms.flatMap((platform) => unreadOn(platform, name))]),
      ),
    look: ({ platform: name, person, place }) => {
      const platform = platforms.find((one) => one.name === name);
      const ids = readBy(person, name);
      const here = platform?.received?.(person).filter((message) => message.place === place) ?? [];
      for (const { id } of here) ids.add(id);
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
