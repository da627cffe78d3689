interface Packet {
  readonly t?: string | null;
  readonly d?: unknown;
}

const packets: readonly (string | null | undefined)[] = ["MESSAGE_CREATE", "INTERACTION_CREATE"];
/** Objects in which null says something: no nickname, no avatar. */
const people: readonly string[] = ["author", "member", "user", "members", "users", "mentions"];

/**
 * Removes fields that are null from a message or interaction, before discord.js reads it: a null where it expects a list
 * or an object ends the process.
 */
export function removeNulls({ t, d }: Packet): void {
  if (packets.includes(t)) removeIn(d);
}

function removeIn(value: unknown): void {
  if (Array.isArray(value)) value.forEach(removeIn);
  else if (isObject(value)) removeNullFields(value);
}

function removeNullFields(value: Record<string, unknown>): void {
  for (const [key, field] of Object.entries(value)) {
    if (field === null) delete value[key];
    else if (!people.includes(key)) removeIn(field);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
