import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSaying } from "../../support/core-saying.ts";
import { openLog } from "./lines.ts";
import { startSlack, type Transport } from "./start-slack.ts";

/** Payloads in the shapes of Slack's own samples, with values of ours, and what the core is to hear of each. */
const folder = path.join(import.meta.dirname, "payloads");
const fixtureSchema = z.strictObject({
  shapeFrom: z.string().min(1),
  kind: z.enum(["event", "command", "interaction"]),
  body: z.record(z.string(), z.unknown()),
  /** Part of what the core is to hear; null where it is to hear nothing. */
  comes: z.record(z.string(), z.unknown()).nullable(),
});
const fixtures = readdirSync(folder).map((file) => {
  const fixture = fixtureSchema.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
  return { name: file.replace(".json", ""), ...fixture };
});
const helpChannel = "C0HELP00001";
const transports: readonly Transport[] = ["socket", "http"];

describe.each(transports)("a payload as Slack sends it, by %s", (transport) => {
  it.each(fixtures)("is read: $name", async ({ kind, body, comes }) => {
    const { core, heard } = coreSaying({ kind: "silence", because: "it is a test" });
    const { log, linesFrom } = openLog();
    const { workspace, slack } = await startSlack(transport, {
      core,
      log,
      settings: { SLACK_HELP_CHANNELS: `${helpChannel}:all` },
    });
    expect(await workspace.deliver(toDelivery(kind, body))).toMatchObject({ kind: "acknowledged" });
    await slack.stop();
    expect(heard).toEqual(comes === null ? [] : [expect.objectContaining(comes)]);
    expect(linesFrom(40)).toEqual([]);
  });
});

function toDelivery(kind: "event" | "command" | "interaction", body: Readonly<Record<string, unknown>>) {
  if (kind !== "command") return { kind, body };
  return { kind, body: z.record(z.string(), z.string()).parse(body) };
}
