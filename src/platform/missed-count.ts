/** What came of the messages that were read back. */
export interface MissedCount {
  /** Messages, also those of bots and those that were not for the bot. */
  readonly read: number;
  /** Answers; several messages of a person can have one. */
  readonly answered: number;
  /** Messages to which the bot had nothing to say, or that it had handled before. */
  readonly silent: number;
  /** Messages that somebody else has answered. */
  readonly answeredByOthers: number;
  /** Messages that come without their text, since the bot may not read what is not said to it. */
  readonly hidden: number;
  /** Channels that the bot may not read, or that could not be read. */
  readonly unreadable: number;
}

export const emptyCount: MissedCount = {
  read: 0,
  answered: 0,
  silent: 0,
  answeredByOthers: 0,
  hidden: 0,
  unreadable: 0,
};

export function addCounts(one: MissedCount, other: Partial<MissedCount>): MissedCount {
  return {
    read: one.read + (other.read ?? 0),
    answered: one.answered + (other.answered ?? 0),
    silent: one.silent + (other.silent ?? 0),
    answeredByOthers: one.answeredByOthers + (other.answeredByOthers ?? 0),
    hidden: one.hidden + (other.hidden ?? 0),
    unreadable: one.unreadable + (other.unreadable ?? 0),
  };
}
