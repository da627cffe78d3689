import type { Clock, KeyPattern, SetOptions, Store, StoredValue, Write } from "./store.ts";

interface Sweepable {
  /** Deletes what has expired. */
  sweep(): void;
}

/** The claimed events. */
export interface Events extends Pick<Store, "claim" | "finish" | "unfinished" | "claimed">, Sweepable {
  /** Replaces the body of an unfinished event. */
  amend(id: string, body: string): void;
}

/** The versioned values. */
export interface Values extends Sweepable {
  get(key: string): StoredValue | undefined;
  find(pattern: KeyPattern): readonly (StoredValue & { readonly key: string })[];
  /** @returns whether the value was written */
  set(key: string, value: string, options: SetOptions): boolean;
  delete(key: string): void;
}

/** The lines of the logs. */
export interface LogLines extends Pick<Store, "read">, Sweepable {
  append(log: string, text: string, ttl: number | undefined): void;
}

interface StoreParts {
  readonly now: Clock;
  readonly events: Events;
  readonly values: Values;
  readonly lines: LogLines;
  /** Runs several writes together: all of them or none. */
  readonly inTransaction: <T>(write: () => T) => T;
  readonly scrub: Store["scrub"];
  readonly close: () => void;
}

const sweepIntervalMs = 10 * 60_000;

/** A store of its parts. */
export function composeStore(parts: StoreParts): Store {
  const { now, events, values, lines, inTransaction, scrub, close } = parts;
  const apply = (write: Write): void => {
    switch (write.kind) {
      case "set":
        values.set(write.key, write.value, write.ttl === undefined ? {} : { ttl: write.ttl });
        return;
      case "delete":
        values.delete(write.key);
        return;
      case "append":
        lines.append(write.log, write.text, write.ttl);
        return;
      case "amend":
        events.amend(write.id, write.body);
    }
  };

  const isCurrent = (write: Write): boolean =>
    write.kind !== "set" ||
    write.ifVersion === undefined ||
    write.ifVersion === (values.get(write.key)?.version ?? 0);

  let sweptAt = now();
  const sweep = () => {
    sweptAt = now();
    for (const part of [events, values, lines]) part.sweep();
  };
  const sweepIfDue = () => {
    if (now() >= sweptAt + sweepIntervalMs) sweep();
  };

  return {
    claim: events.claim,
    finish: async (id) => {
      sweepIfDue();
      await events.finish(id);
    },
    unfinished: events.unfinished,
    claimed: events.claimed,
    get: async (key) => values.get(key),
    find: async (pattern) => values.find(pattern),
    set: async (key, value, options = {}) => values.set(key, value, options),
    append: async (log, text, { ttl } = {}) => lines.append(log, text, ttl),
    read: lines.read,
    write: async (writes) => {
      if (writes.length === 0) return true;
      return inTransaction(() => {
        if (!writes.every(isCurrent)) return false;
        writes.forEach(apply);
        return true;
      });
    },
    scrub: async () => {
      sweep();
      await scrub();
    },
    close: async () => close(),
  };
}
