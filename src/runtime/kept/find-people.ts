import { parseJson } from "../../lib/parse-json.ts";
import type { Store } from "../../store/store.ts";
import { readWaiting } from "../nudge/waiting-answer.ts";
import { kindOfKey } from "../session/session-keys.ts";
import { eventOfPerson, helpersOf, readHandover } from "./find-kept.ts";

/**
 * The people of whom something is kept and whose platform's id is this one: the same id may belong to several workspaces.
 */
export async function findPeople(store: Store, user: string): Promise<readonly string[]> {
  const values = await store.find({ contains: user });
  const events = await store.claimed();
  const people = [
    ...values.flatMap(({ key, value }) => peopleIn(key, value)),
    ...events.flatMap(({ body }) => parseJson(body, eventOfPerson)?.incoming.person ?? []),
  ];
  return [...new Set(people)].filter((person) => person.endsWith(`/${user}`)).sort();
}

/** The people that a stored value names. */
export function peopleIn(key: string, value: string): readonly string[] {
  const kind = kindOfKey(key);
  switch (kind) {
    case "state":
      return [personBehind(key.slice(kind.length + 1))];
    case "locale":
    case "drafts":
    case "handed":
    case "helper":
      return [key.slice(kind.length + 1)];
    case "owner":
    case "writers":
      return [value];
    case "waiting": {
      const waiting = readWaiting({ value });
      return waiting ? [waiting.person] : [];
    }
    case "handover": {
      const handover = readHandover(value);
      return handover ? [handover.person, ...helpersOf(handover)] : [];
    }
    case "team":
    case "forgotten":
    case "owner-address":
    case "lure":
    case undefined:
      return [];
  }
}

/** The person in a conversation's id followed by theirs: both begin with the platform. */
function personBehind(conversationAndPerson: string): string {
  const [platform = ""] = conversationAndPerson.split("/");
  return conversationAndPerson.slice(conversationAndPerson.lastIndexOf(`/${platform}/`) + 1);
}
