import type { Clock, SetOptions, Store, Write } from "./store.ts";

interface Sweepable {
  /** Deletes what has expired. */
  sweep(): void;
}

/** The claimed events. */
export interface Events extends Pick<Store, "claim" | "finish" | "unfinished">, Sweepable {
  /** Replaces the body of an unfinished event. */
  amend(id: string, body: string): void;
}

/** The versioned values. */
export interface Values extends Pick<Store, "get">, Sweepable {
  /** @returns whether the value was written */
  set(key: string, value: string, options: SetOptions): boolean;
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
  readonly inTransaction: (write: () => void) => void;
  readonly close: () => void;
}

const sweepIntervalMs = 10 * 60_000;

/** A store of its parts. */
export function composeStore({ now, events, values, lines, inTransaction, close }: StoreParts): Store {
  const apply = (write: Write): void => {
    switch (write.kind) {
      case "set":
        values.set(write.key, write.value, write.ttl === undefined ? {} : { ttl: write.ttl });
        return;
      case "append":
        lines.append(write.log, write.text, write.ttl);
        return;
      case "amend":
        events.amend(write.id, write.body);
    }
  };

  let sweptAt = now();
  const sweepIfDue = () => {
    if (now() < sweptAt + sweepIntervalMs) return;
    sweptAt = now();
    for (const part of [events, values, lines]) part.sweep();
  };

  return {
    claim: events.claim,
    finish: async (id) => {
      sweepIfDue();
      await events.finish(id);
    },
    unfinished: events.unfinished,
    get: values.get,
    set: async (key, value, options = {}) => values.set(key, value, options),
    append: async (log, text, { ttl } = {}) => lines.append(log, text, ttl),
    read: lines.read,
    write: async (writes) => {
      if (writes.length > 0) inTransaction(() => writes.forEach(apply));
    },
    close: async () => close(),
  };
}
