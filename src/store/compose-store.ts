import type { Clock, KeyPattern, LogLine, SetOptions, Store, StoredValue, Write } from "./store.ts";
import { createSweeping } from "./sweeping.ts";

interface Sweepable {
  /** Deletes what has expired. */
  sweep(): void;
}

type ClaimResult = Awaited<ReturnType<Store["claim"]>>;
type UnfinishedEvents = Awaited<ReturnType<Store["unfinished"]>>;

/** The claimed events. */
export interface Events extends Sweepable {
  claim(id: string, body: string, lease: number, conversation: string | undefined): ClaimResult;
  earlier(id: string): readonly string[];
  leave(id: string): void;
  renew(ids: readonly string[], lease: number): void;
  finish(id: string): void;
  unfinished(): UnfinishedEvents;
  claimed(): UnfinishedEvents;
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
export interface LogLines extends Sweepable {
  append(log: string, text: string, ttl: number | undefined): void;
  read(log: string, since: number): readonly LogLine[];
}

/** What a driver stores with. */
export interface StoreParts {
  readonly events: Events;
  readonly values: Values;
  readonly lines: LogLines;
  /** Runs several writes together: all of them or none. */
  readonly inTransaction: <T>(write: () => T) => T;
}

interface StoreDriver extends Pick<Store, "check" | "scrub" | "close"> {
  readonly now: Clock;
  /** Runs a task, after those that were given before it. */
  readonly run: <T>(task: (parts: StoreParts) => T) => Promise<T>;
}

/** A store of its driver. */
export function composeStore({ now, run, check, scrub, close }: StoreDriver): Store {
  const { sweep, sweepIfDue } = createSweeping(now, async () => {
    await run(({ events, values, lines }) => {
      for (const part of [events, values, lines]) part.sweep();
    });
    await scrub();
  });

  return {
    claim: (id, body, lease, conversation) =>
      run(({ events }) => events.claim(id, body, lease, conversation)),
    earlier: (id) => run(({ events }) => events.earlier(id)),
    leave: (id) => run(({ events }) => events.leave(id)),
    renew: (ids, lease) => run(({ events }) => events.renew(ids, lease)),
    finish: async (id) => {
      await run(({ events }) => events.finish(id));
      await sweepIfDue();
    },
    unfinished: async () => {
      await sweepIfDue();
      return run(({ events }) => events.unfinished());
    },
    claimed: () => run(({ events }) => events.claimed()),
    get: (key) => run(({ values }) => values.get(key)),
    find: (pattern) => run(({ values }) => values.find(pattern)),
    set: (key, value, options = {}) => run(({ values }) => values.set(key, value, options)),
    append: (log, text, { ttl } = {}) => run(({ lines }) => lines.append(log, text, ttl)),
    read: (log, since) => run(({ lines }) => lines.read(log, since)),
    write: async (writes) => writes.length === 0 || run((parts) => writeAll(parts, writes)),
    check,
    scrub: sweep,
    close,
  };
}

function writeAll(parts: StoreParts, writes: readonly Write[]): boolean {
  return parts.inTransaction(() => {
    if (!writes.every((write) => isCurrent(parts, write))) return false;
    for (const write of writes) apply(parts, write);
    return true;
  });
}

function isCurrent({ values }: StoreParts, write: Write): boolean {
  return (
    write.kind !== "set" ||
    write.ifVersion === undefined ||
    write.ifVersion === (values.get(write.key)?.version ?? 0)
  );
}

function apply({ events, values, lines }: StoreParts, write: Write): void {
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
}
