import type { Rate } from "../../lib/rate-limit.ts";

/**
 * How much the bot takes in, so that nobody can keep it from answering others. A question costs about 10 ms of CPU (up to
 * 50 ms for the longest), so that one person at their limit takes 5 ms of each second. Held in the memory of each process.
 */
export const rates = {
  /**
   * What one person addresses to the bot: messages, presses, forms. Somebody in a panic presses ten buttons in a row; 30
   * in a moment, or one every two seconds for long, is a program.
   */
  person: { burst: 30, perMinute: 30 },
  /** What all address to the bot in one channel. Hundreds come in an outage, and each reads a while before the next. */
  channel: { burst: 240, perMinute: 240 },
  /** What one person writes in channels without addressing the bot: lively chat stays below it. */
  overheardPerson: { burst: 60, perMinute: 60 },
  /** The same, of all in one channel. */
  overheardChannel: { burst: 240, perMinute: 240 },
  /** Answers in one channel that nobody asked the bot for: more than one a minute is no help, even in a raid. */
  unasked: { burst: 30, perMinute: 1 },
  /**
   * New posts in the team's channel, for all people together: a team can't take more on, and Slack and Discord slow down
   * whoever posts more than about one a second in a channel.
   */
  teamPosts: { burst: 60, perMinute: 1 },
} as const satisfies Readonly<Record<string, Rate>>;

/** How long the bot keeps quiet towards who went over a limit, in milliseconds. The sentence for it says "a minute". */
export const pauseMs = 60_000;

/** People, and channels, that are remembered: about 1 MB. */
export const maxKeys = 10_000;

/** Ids of events that were let in: the same event told again is not counted again. */
export const maxEventIds = 10_000;

/**
 * Maximum characters of a message that are read: its start and its end, more than the matcher looks at. What is in between
 * is neither looked through for secrets, nor stored, nor passed on. Discord allows 4,000 (resources/message), Slack cuts at 40,000 (methods/chat.postMessage).
 */
export const maxReadCharacters = { first: 6000, last: 2000 };

/** Maximum characters of one field of a form; the platforms allow 3,000 (Slack) and 4,000 (Discord). */
export const maxFieldCharacters = 4000;

/** Maximum fields of a form that are read; ours have at most 5. */
export const maxFields = 25;

/** Maximum characters of a display name; Slack allows 80, Discord 32. Cut once its secrets are masked. */
export const maxNameCharacters = 80;
/** Maximum characters that are read of one: half of a secret would not be recognised. */
export const maxReadNameCharacters = 1000;
