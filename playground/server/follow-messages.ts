import type { CoreView, TurnRecord } from "./core-view.ts";
import type { LocalPlatform, TurnOf } from "./local-platform.ts";

/**
 * Records which turn produced each message of the bot. A message that is new or changed belongs to a turn whose reply is
 * being sent: if there are several, to the turn of the person who can read it, or else to the newest.
 */
export function followMessages(platforms: readonly LocalPlatform[], coreView: CoreView): TurnOf {
  const contents = new Map<string, object>();
  const turns = new Map<string, string>();
  const record = ({ name, botMessages }: LocalPlatform) => {
    const changed = botMessages().filter(({ key, content }) => contents.get(key) !== content);
    if (changed.length === 0) return;
    const sending = coreView.turns().filter((turn) => turn.platform === name && turn.endedAt === undefined);
    for (const { key, content, reader } of changed) {
      contents.set(key, content);
      const turn = sending.find((one) => isOf(one, reader)) ?? sending[0];
      if (turn) turns.set(key, turn.id);
    }
  };
  for (const platform of platforms) platform.onChange(() => record(platform));
  return (key) => turns.get(key);
}

/** A person's key begins with their tenant and ends with their id. */
function isOf({ person }: TurnRecord, reader: string | undefined): boolean {
  return reader !== undefined && person.endsWith(reader);
}
