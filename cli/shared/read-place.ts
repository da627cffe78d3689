import type { Platform } from "../../src/platform/platform.ts";
import { UsageError } from "./run-command.ts";

/** A platform, and an id on it. */
export interface Place {
  readonly platform: Platform;
  readonly id: string;
}

/**
 * Reads a channel as TEAM_CHANNEL names it (slack:C0123), or by its id alone, which tells its platform.
 * @throws UsageError
 */
export function readChannel(given: string, platforms: readonly Platform[]): Place {
  const place = readPlace(given, platforms, "channel");
  if (place) return place;
  throw new UsageError(
    `--try: "${given}" is no channel: give its id, as in slack:C0123 or discord:123 (docs/first-hour.md says where it stands)`,
  );
}

/**
 * Reads a person on the channel's platform, with or without its name.
 * @throws UsageError
 */
export function readPerson(given: string, { platform }: Place): string {
  const place = readPlace(given, [platform], "person");
  if (place) return place.id;
  throw new UsageError(
    `--to: "${given}" is nobody on ${platform.title}: give the person's id there, as in slack:U0123 or discord:123`,
  );
}

function readPlace(
  given: string,
  platforms: readonly Platform[],
  what: "channel" | "person",
): Place | undefined {
  const [, name, id = ""] = /^(?:([a-z]+):)?(\w+)$/.exec(given.trim()) ?? [];
  const platform = platforms.find(
    (one) => (name === undefined || one.name === name) && one.ids?.[what].test(id),
  );
  return platform && { platform, id };
}
