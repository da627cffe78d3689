/** A stored value and its version, for `set` with `ifVersion`. */
interface Stored {
  readonly value: string;
  /** Grows with every write of the key, also over a value that expired: no version comes twice. */
  readonly version: number;
}

export interface Line {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** How long a value is kept, in milliseconds, and over which version alone it is written. */
export interface SetOptions {
  readonly ttl?: number;
  readonly ifVersion?: number;
}

/** One of several writes that are done together. */
export type Write =
  | { readonly kind: "set"; readonly key: string; readonly value: string; readonly ttl?: number }
  | { readonly kind: "append"; readonly log: string; readonly text: string; readonly ttl?: number }
  /** Keeps another body for an event that was claimed and is not finished, with the lease it has. */
  | { readonly kind: "amend"; readonly id: string; readonly body: string };

/** What outlives a restart. Values are text without NUL characters (JSON mostly); absence is undefined. */
export interface Store {
  /**
   * Claims an event. `new`: it is the caller's for `lease` milliseconds, and `body` is kept until it is finished;
   * `busy`: another has it; `done`: it was finished in the last 48 hours. A claim whose lease ran out is new again.
   */
  receive(id: string, body: string, lease: number): Promise<"new" | "busy" | "done">;
  /** The event is answered: its body is forgotten, its id is remembered for 48 hours. */
  finish(id: string): Promise<void>;
  /** Events that were claimed and not finished before their lease ran out, oldest first. */
  unfinished(): Promise<readonly { readonly id: string; readonly body: string }[]>;

  get(key: string): Promise<Stored | undefined>;
  /**
   * Writes a value; with `ttl` it is gone after so many milliseconds. With `ifVersion` it is written only over
   * that version (0: only if absent); the result says whether it was.
   */
  set(key: string, value: string, options?: SetOptions): Promise<boolean>;

  /** Adds a line to a log; lines are kept for 90 days, or for `ttl` milliseconds where that is shorter. */
  append(log: string, text: string, options?: { readonly ttl?: number }): Promise<void>;
  /** The lines of a log since a time (milliseconds since 1970), oldest first. */
  read(log: string, since: number): Promise<readonly Line[]>;

  /** Does all of the writes or none, in their order: as `set`, `append` and so on would. */
  write(writes: readonly Write[]): Promise<void>;

  close(): Promise<void>;
}

/** The time in milliseconds since 1970. */
export type Clock = () => number;

const hour = 3_600_000;
/** Slack repeats an event for up to 24 hours (Delayed Events, apis/events-api); twice that is safe. */
export const finishedTtlMs = 48 * hour;
export const maxLineAgeMs = 90 * 24 * hour;
