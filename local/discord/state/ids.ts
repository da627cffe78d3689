import type { Clock } from "../../shared/clock.ts";

/** Ids. The same in every run with the same clock. */
export interface DiscordIds {
  /** A snowflake (time and counter), strictly increasing: reference#snowflakes */
  next(): string;
  /** An interaction token. */
  token(): string;
}

const discordEpoch = 1_420_070_400_000;

export function createIds(clock: Clock): DiscordIds {
  let count = 0;
  let tokens = 0;
  let last = 0n;
  return {
    next: () => {
      count += 1;
      const made = (BigInt(clock.now() - discordEpoch) << 22n) + BigInt(count % 4096);
      last = made > last ? made : last + 1n;
      return last.toString();
    },
    token: () => {
      tokens += 1;
      return `aW50ZXJhY3Rpb24${String(tokens).padStart(8, "0")}`;
    },
  };
}
