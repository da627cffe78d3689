import type { Helper } from "../../cases/handover.ts";
import type { Store, Write } from "../../store/store.ts";
import { severalWriters } from "../session/session.ts";
import { forgottenKey, handoverIdIn } from "../session/session-keys.ts";
import { sessionTtlMs } from "../session/session-writes.ts";
import { findKept, type KeptOfPerson, type KeptValue, readHandover } from "./find-kept.ts";

/** A team member's record changes now and then between being read and being written. */
const maxTries = 5;

/**
 * Deletes everything that is kept of a person, also its traces on the disk. What leads to the team's threads stays, and
 * leads to a mark that the request was deleted.
 * @param ownEvent the event that asks for it, which is still to be answered
 * @returns what was deleted
 * @throws if not all of it could be deleted
 */
export async function forgetPerson(store: Store, person: string, ownEvent?: string): Promise<KeptOfPerson> {
  for (let tried = 1; tried <= maxTries; tried += 1) {
    const { values, events: all } = await findKept(store, person);
    const events = all.filter((id) => id !== ownEvent);
    const emptied = events.map((id) => ({ kind: "amend", id, body: "" }) as const);
    if (!(await store.write([...values.flatMap((one) => forgetting(one, person)), ...emptied]))) continue;
    for (const id of events) await store.finish(id);
    await store.scrub();
    return { values, events };
  }
  throw new Error("what is kept of the person kept changing");
}

/** The writes after which a value does not name the person any more. */
function forgetting({ kind, key, value, version }: KeptValue, person: string): readonly Write[] {
  switch (kind) {
    case "writers":
      // Not deleted: the bot would take the next words there for the first.
      return [{ kind: "set", key, value: severalWriters, ttl: sessionTtlMs }];
    case "taken":
      return [
        { kind: "set", key, value: withoutHelper(value, person), ttl: sessionTtlMs, ifVersion: version },
      ];
    case "request":
      return [
        { kind: "delete", key },
        { kind: "set", key: forgottenKey(handoverIdIn(key)), value: "", ttl: sessionTtlMs },
      ];
    case "state":
    case "owner":
    case "locale":
    case "drafts":
    case "handed":
    case "note":
      return [{ kind: "delete", key }];
  }
}

/** Somebody still takes care of it or closed it, without a name. */
function withoutHelper(value: string, person: string): string {
  const { taker, closer, hinted, ...handover } = readHandover(value) ?? {};
  return JSON.stringify({
    ...handover,
    ...(taker && { taker: withoutName(taker, person) }),
    ...(closer && { closer: withoutName(closer, person) }),
    ...(hinted && { hinted: hinted.filter((one) => one !== person) }),
  });
}

function withoutName(helper: Helper, person: string): Helper {
  if (helper.person !== person) return helper;
  return { person: "", ...(helper.at !== undefined && { at: helper.at }) };
}
