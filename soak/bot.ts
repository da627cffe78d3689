/** Signpost, installed on a platform. */
export interface Bot {
  /** Lets minutes pass until all is sent that was left. */
  recover(): Promise<void>;
  /**
   * The process ends without a word, and another begins on the same store after its lease has run out.
   * @returns the events that it left unfinished, as they are stored
   */
  crash(): Promise<readonly string[]>;
  /** Lets everything be finished that is under way. */
  stop(): Promise<void>;
}

/** Told where the bot listens, each time that it begins to. */
export type OnPort = (port: number) => void;
