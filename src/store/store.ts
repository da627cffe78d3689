/** A stored value and its version, for `set` with `ifVersion`. */
export interface StoredValue {
  readonly value: string;
  /** Grows with every write of the key, even over an expired value: no version comes twice. */
  readonly version: number;
}

export interface LogLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** `ttl`: milliseconds until the value expires. `ifVersion`: write only over this version. */
export interface SetOptions {
  readonly ttl?: number;
  readonly ifVersion?: number;
}

/** One write of a transaction. */
export type Write =
  | ({ readonly kind: "set"; readonly key: string; readonly value: string } & SetOptions)
  /** Removes a value at once; the next one of the key begins with a version of its own. */
  | { readonly kind: "delete"; readonly key: string }
  | { readonly kind: "append"; readonly log: string; readonly text: string; readonly ttl?: number }
  /** Replaces the body of an event that is claimed and unfinished; its lease stays. */
  | { readonly kind: "amend"; readonly id: string; readonly body: string };

/** Keys by how they begin and end, by code unit; an absent part matches all. */
export interface KeyPattern {
  readonly startsWith?: string;
  readonly endsWith?: string;
  /** Stands in the key or in the value. */
  readonly contains?: string;
}

/**
 * What survives a restart. Values are text without NUL characters, mostly JSON; absence is undefined. Calls reject with a
 * StoreError within two seconds if the store can't be used.
 */
export interface Store {
  /**
   * Claims an event. `new`: the caller has it for `lease` milliseconds, and `body` is kept until it is finished.
   * `busy`: another process has it. `done`: it was finished in the last 8 days. A claim whose lease expired is new.
   * A lease is at most `maxLeaseMs`. With a conversation the event takes its place behind those claimed there before; one
   * that is claimed anew has the place it had.
   */
  claim(id: string, body: string, lease: number, conversation?: string): Promise<"new" | "busy" | "done">;
  /** The events of the same conversation that are claimed, unfinished and held by somebody, and have a place before this one. */
  earlier(id: string): Promise<readonly string[]>;
  /** Gives up the place in the conversation, so that nobody waits for the event; its lease stays. */
  leave(id: string): Promise<void>;
  /** Lets the leases of claimed and unfinished events end in so many milliseconds from now. */
  renew(ids: readonly string[], lease: number): Promise<void>;
  /** Marks an event as done: its body is deleted, its id is kept for 8 days. */
  finish(id: string): Promise<void>;
  /** Events whose lease expired before they were finished, oldest first. */
  unfinished(): Promise<readonly { readonly id: string; readonly body: string }[]>;
  /** All events that are claimed and not finished, also while their lease runs, in any order. Nothing for every event. */
  claimed(): Promise<readonly { readonly id: string; readonly body: string }[]>;

  get(key: string): Promise<StoredValue | undefined>;
  /** The unexpired values whose keys match, in any order. Reads all keys that begin so, with `contains` their values too: nothing for every event. */
  find(pattern: KeyPattern): Promise<readonly (StoredValue & { readonly key: string })[]>;
  /**
   * Writes a value that expires after `ttl` milliseconds. With `ifVersion` it is written only over that version (0: only
   * if absent).
   * @returns whether it was written
   */
  set(key: string, value: string, options?: SetOptions): Promise<boolean>;

  /** Appends a line to a log. Lines expire after 90 days, or after `ttl` milliseconds if that is shorter. */
  append(log: string, text: string, options?: { readonly ttl?: number }): Promise<void>;
  /** The lines of a log since a time (milliseconds since 1970), oldest first. */
  read(log: string, since: number): Promise<readonly LogLine[]>;

  /**
   * Does all writes in their order, or none: each `ifVersion` is compared with what is stored before the first of them.
   * @returns whether they were done
   */
  write(writes: readonly Write[]): Promise<boolean>;

  /** Tries a write. Why the store can't be written now, in a few words; undefined if it can. Never rejects. */
  check(): Promise<string | undefined>;
  /**
   * Removes the traces of what was deleted, replaced, finished or has expired: afterwards the files hold nothing of it.
   * Rejects if another process keeps a file busy meanwhile.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not do what was asked, and has done nothing of it. The same call may succeed later. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** Why, in a few words, as in "disk full". */
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(`the store can't be used: ${reason}`, options);
    this.reason = reason;
  }
}

/** The time in milliseconds since 1970. It may jump either way. */
export type Clock = () => number;

const hour = 3_600_000;
/** A claim that ends later than this was made before the clock jumped back; it counts as expired. */
export const maxLeaseMs = hour;
/**
 * Slack redelivers an event for up to 24 hours (Delayed Events, apis/events-api). The week above that is for a clock
 * that runs ahead for a while.
 */
export const finishedTtlMs = 8 * 24 * hour;
export const maxLineAgeMs = 90 * 24 * hour;
