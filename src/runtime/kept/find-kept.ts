import { z } from "zod";
import { type Handover, handoverSchema } from "../../cases/handover.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Store, StoredValue } from "../../store/store.ts";
import { kindOfKey, ownerAddressKey, ownerKey, type SessionKind } from "../session/session-keys.ts";
import { isAbout, type NamedPerson, nameParts } from "./mentions.ts";

/**
 * What a value is to the person that it names. `request`: their handover to the team. `taken`: somebody else's, which they
 * take care of, closed or wrote about. `note`: where to reach them, that they helped, and anything that the session knows nothing of, such as what
 * an adapter remembers.
 */
export type KeptKind =
  | Extract<SessionKind, "state" | "owner" | "writers" | "locale" | "drafts" | "handed">
  | "request"
  | "taken"
  | "note";

type Found = StoredValue & { readonly key: string };

/** A stored value that names the person. */
export interface KeptValue extends Found {
  readonly kind: KeptKind;
}

/** Everything that is kept of a person. */
export interface KeptOfPerson {
  readonly values: readonly KeptValue[];
  /** The ids of their events that are claimed and not finished. */
  readonly events: readonly string[];
}

/** Looks through the whole store: some 70 ms of CPU where 20,000 people are kept. */
export async function findKept(store: Store, person: string): Promise<KeptOfPerson> {
  const name = nameParts(person);
  const naming = await store.find({ contains: name.user });
  const known = naming.flatMap((value) => classify(value, name));
  return {
    values: [...known, ...(await findAddresses(store, known)), ...(await findPlaceNotes(store, name, known))],
    events: await findEvents(store, person),
  };
}

/** Where the person is reached in the conversations that they began; not every address names its person. */
async function findAddresses(store: Store, known: readonly KeptValue[]): Promise<readonly KeptValue[]> {
  const keys = known.flatMap(({ kind, key }) =>
    kind === "owner" ? [ownerAddressKey({ conversation: conversationOf(key) })] : [],
  );
  const missing = keys.filter((key) => !known.some((value) => value.key === key));
  const found = await Promise.all(missing.map(async (key) => ({ key, stored: await store.get(key) })));
  return found.flatMap(({ key, stored }) => (stored ? [{ key, ...stored, kind: "note" }] : []));
}

const conversationOf = (ownersKey: string) => ownersKey.slice(ownerKey({ conversation: "" }).length);

/** What the platform's adapter remembers of the person's conversations: keys that name one of them, and nobody. */
async function findPlaceNotes(
  store: Store,
  { platform }: NamedPerson,
  known: readonly KeptValue[],
): Promise<readonly KeptValue[]> {
  const found = new Set(known.map(({ key }) => key));
  const owned = known.filter(({ kind }) => kind === "owner");
  const places = new Set(owned.map(({ key }) => key.split("/").at(-1)));
  const remembered = await store.find({ startsWith: `adapter/${platform}/` });
  return remembered
    .filter(({ key }) => !found.has(key) && key.split("/").some((part) => places.has(part)))
    .map((value) => ({ ...value, kind: "note" }));
}

/** Read loosely: an event of another version is theirs as well. */
export const eventOfPerson = z.object({ incoming: z.object({ person: z.string() }) });

async function findEvents(store: Store, person: string): Promise<readonly string[]> {
  const events = await store.claimed();
  return events.flatMap(({ id, body }) =>
    parseJson(body, eventOfPerson)?.incoming.person === person ? [id] : [],
  );
}

function classify(value: Found, name: NamedPerson): readonly KeptValue[] {
  const kind = kindFor(value, name);
  return kind ? [{ ...value, kind }] : [];
}

function kindFor({ key, value }: Found, name: NamedPerson): KeptKind | undefined {
  const { person } = name;
  const kind = kindOfKey(key);
  switch (kind) {
    case "state":
      return key.endsWith(`/${person}`) ? kind : undefined;
    case "locale":
    case "drafts":
    case "handed":
      return key === `${kind}/${person}` ? kind : undefined;
    case "owner":
    case "writers":
      return value === person ? kind : undefined;
    case "handover":
      return roleIn(value, person);
    case "team":
    case "forgotten":
    case "lure":
      return undefined;
    case "owner-address":
    case "helper":
    case "waiting":
    case undefined:
      return isAbout(name, key, value) ? "note" : undefined;
  }
}

/** What the person has to do with a handover. */
function roleIn(value: string, person: string): "request" | "taken" | undefined {
  const handover = readHandover(value);
  if (handover?.person === person) return "request";
  return handover && helpersOf(handover).includes(person) ? "taken" : undefined;
}

/** Everybody of the team whom a handover names. */
export function helpersOf({ taker, closer, hinted = [] }: Handover): readonly string[] {
  return [taker?.person, closer?.person, ...hinted].filter((one) => one !== undefined);
}

export function readHandover(value: string): Handover | undefined {
  return parseJson(value, handoverSchema);
}
