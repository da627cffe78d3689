import type { Backstage, TurnRecord } from "./backstage.ts";
import type { LocalPlatform, TurnOf } from "./local-platform.ts";

/**
 * Notes which turn produced each message of the bot: one that appears or changes belongs to a turn whose reply is being
 * sent; of several, to that of the person who reads it, or to the last.
 */
export function followMessages(platforms: readonly LocalPlatform[], backstage: Backstage): TurnOf {
  const known = new Map<string, object>();
  const turns = new Map<string, string>();
  const note = ({ name, botMessages }: LocalPlatform) => {
    const changed = botMessages().filter(({ key, content }) => known.get(key) !== content);
    if (changed.length === 0) return;
    const sending = backstage.turns().filter((turn) => turn.platform === name && turn.endedAt === undefined);
    for (const { key, content, reader } of changed) {
      known.set(key, content);
      const turn = sending.find((one) => isOf(one, reader)) ?? sending[0];
      if (turn) turns.set(key, turn.id);
    }
  };
  for (const platform of platforms) platform.onChange(() => note(platform));
  return (key) => turns.get(key);
}

/** A person's key begins with their tenant and ends with their id. */
function isOf({ person }: TurnRecord, reader: string | undefined): boolean {
  return reader !== undefined && person.endsWith(reader);
}
