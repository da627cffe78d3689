/** How far the bot reads back after it was away, in milliseconds: later an answer helps nobody. */
export const maxTimeAwayMs = 2 * 3_600_000;
