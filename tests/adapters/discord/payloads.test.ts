import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createLog } from "../../../src/insight/log.ts";
import { coreSaying } from "../../support/core-saying.ts";
import { startDiscord } from "./start-discord.ts";

/** Gateway events in the shapes of Discord's documentation, with values of ours, and what the core is to hear of each. */
const folder = path.join(import.meta.dirname, "payloads");
const fixtureSchema = z.strictObject({
  shapeFrom: z.string().min(1),
  events: z.array(z.strictObject({ t: z.string(), d: z.record(z.string(), z.unknown()) })).min(1),
  /** Part of the last thing that the core is to hear; null where it is to hear nothing. */
  comes: z.record(z.string(), z.unknown()).nullable(),
});
const fixtures = readdirSync(folder).map((file) => ({
  name: file.replace(".json", ""),
  text: readFileSync(path.join(folder, file), "utf8"),
}));

describe("an event as Discord sends it", () => {
  it.each(fixtures)("is read: $name", async ({ text }) => {
    const { core, heard } = coreSaying({ kind: "silence", because: "it is a test" });
    const errors: string[] = [];
    const log = createLog("error", { write: (line) => void errors.push(JSON.parse(line).msg) });
    const ids: Record<string, string> = {};
    const { guild, settled } = await startDiscord({
      core,
      log,
      guild: { privileged: ["MessageContent"] },
      prepare: (here) => {
        const ana = here.person("ana");
        ids.help = here.channel("help");
        ids.general = here.channel("lounge");
        ids.forum = here.forum("questions");
        Object.assign(ids, { guild: here.guildId, bot: here.botUserId, ana: ana.id, dm: ana.dm });
        return { DISCORD_HELP_CHANNELS: `${ids.help}:all,${ids.forum}:all` };
      },
    });
    const named = text.replace(/"[^"]*"/g, (word) => word.replace(/\{(\w+)\}/g, (_, id) => ids[id] ?? id));
    const { events, comes } = fixtureSchema.parse(JSON.parse(named));
    for (const { t, d } of events) guild.faults.dispatch(t, d);
    await settled();
    expect(heard.slice(-1)).toEqual(comes === null ? [] : [expect.objectContaining(comes)]);
    expect(errors).toEqual([]);
  });
});
