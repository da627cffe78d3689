import { z } from "zod";
import type { Guild } from "../../local/discord/guild.ts";
import { parseJson } from "../../src/lib/parse-json.ts";
import type { AdapterMemory } from "../../src/platform/adapter-memory.ts";

/** The part that is read here of what adapters/discord/catch-up/session-keeper.ts keeps. */
const recordSchema = z.object({ session: z.object({ sessionId: z.string() }) });

/**
 * Whether the bot has read all that was written before its present session: until then it keeps the session before, and
 * leaves the rest to its next start if it is stopped.
 */
export async function isCaughtUp(memory: AdapterMemory, guild: Guild): Promise<boolean> {
  const stored = await memory.get("gateway");
  const record = stored === undefined ? undefined : parseJson(stored, recordSchema);
  return record !== undefined && guild.connectedSessions().includes(record.session.sessionId);
}
