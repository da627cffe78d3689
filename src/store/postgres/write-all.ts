import type { Write } from "../store.ts";
import { createEvents } from "./events.ts";
import { createLogLines } from "./log-lines.ts";
import type { Query, ReadClock } from "./query.ts";
import { createValues } from "./values.ts";

/** What the tables are read and written with. */
export function createParts(query: Query, clock: ReadClock) {
  return {
    events: createEvents(query, clock),
    values: createValues(query, clock),
    lines: createLogLines(query, clock),
  };
}

type Parts = ReturnType<typeof createParts>;

/**
 * Does all writes in a transaction, in their order.
 * @returns false if a version is another than a write expects; the transaction is then to be undone
 */
export async function writeAll(parts: Parts, writes: readonly Write[]): Promise<boolean> {
  const keys = writes.flatMap((write) =>
    write.kind === "set" || write.kind === "delete" ? [write.key] : [],
  );
  const versions =
    keys.length === 0 ? new Map<string, number>() : await parts.values.lock([...new Set(keys)]);
  const expected = writes.flatMap((write) =>
    write.kind === "set" && write.ifVersion !== undefined ? [write] : [],
  );
  if (expected.some(({ key, ifVersion }) => ifVersion !== (versions.get(key) ?? 0))) return false;
  const untouched = new Set(expected.filter(({ ifVersion }) => ifVersion === 0).map(({ key }) => key));
  for (const write of writes) {
    // What was absent could not be locked, and may have been written meanwhile.
    const isFirst = write.kind === "set" && untouched.delete(write.key);
    if (!(await apply(parts, write, isFirst))) return false;
  }
  return true;
}

/** @returns false if the value should be absent and is not */
async function apply({ events, values, lines }: Parts, write: Write, isAbsent: boolean): Promise<boolean> {
  switch (write.kind) {
    case "set": {
      const { key, value, ttl } = write;
      return values.set(key, value, { ...(ttl !== undefined && { ttl }), ...(isAbsent && { ifVersion: 0 }) });
    }
    case "delete":
      await values.delete(write.key);
      return true;
    case "append":
      await lines.append(write.log, write.text, write.ttl);
      return true;
    case "amend":
      await events.amend(write.id, write.body);
      return true;
  }
}
