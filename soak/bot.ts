/** Signpost, installed on a local platform. */
export interface Bot {
  /** Resolves when nothing is being answered or sent: until then, the clock must not skip past the leases. */
  settle(): Promise<void>;
  /** Skips minutes ahead until every deferred answer has been delivered. */
  recover(): Promise<void>;
  /**
   * Kills the process and starts another one on the same store, after the old one's lease has expired.
   * @returns the stored events that were unfinished
   */
  crash(): Promise<readonly string[]>;
  /** Stops the process, as an update does, and starts another one on the same store after a time. */
  restart(pauseMs: number): Promise<void>;
  /** Finishes the work in flight and stops. */
  stop(): Promise<void>;
}

/** Called with the bot's HTTP port each time it starts listening. */
export type OnPort = (port: number) => void;
