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
  /**
   * Ends the process as an operator does, and starts another one on the same store.
   * @throws Error if it takes longer than `maxStopMs` to end
   */
  restart(options?: RestartOptions): Promise<void>;
  /** The running process and its files, for faults of the store; absent if the bot runs inside this one. */
  readonly process?: () => BotFiles;
  /** Finishes the work in flight and stops; again, it does nothing. */
  stop(): Promise<void>;
}

interface RestartOptions {
  /** How long nobody answers in between, in milliseconds. Default: 0. */
  readonly pauseMs?: number;
  /** Called when the old process has ended. */
  readonly meanwhile?: () => void;
  /** Whether what the old process left is due at once: the new one's clock is ahead. Default: no. */
  readonly skipsLease?: boolean;
}

/** A bot process, and the folder with its data. */
export interface BotFiles {
  readonly pid: number;
  readonly folder: string;
  /** The port of its HTTP server. */
  readonly port: number;
}

/** How long a bot may take to end, in milliseconds. */
export const maxStopMs = 10_000;

/** Called with the bot's HTTP port each time it starts listening. */
export type OnPort = (port: number) => void;
