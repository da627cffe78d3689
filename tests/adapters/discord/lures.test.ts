import { describe, expect, it } from "vitest";
import type { Adapter } from "../../../src/platform/adapter.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { startDiscord, textOf } from "./start-discord.ts";

const title = ourKnowledge.strings.get("en")?.lures.title ?? "";

/** A help channel in which ana asked and was answered; bo reads along, and a moderator. */
async function openQuestion() {
  const adapters: Adapter[] = [];
  let help = "";
  let moderators = "";
  const started = await startDiscord({
    core: startOurs({ adapters: () => adapters }),
    guild: { privileged: ["MessageContent"] },
    prepare: (guild) => {
      help = guild.channel("help");
      moderators = guild.role("moderators", ["ManageMessages"]);
      return { DISCORD_HELP_CHANNELS: `${help}:all` };
    },
  });
  const { guild, discord, ana, answer, said } = started;
  adapters.push(discord);
  const mod = guild.person("mod", { roles: [moderators] });
  const asked = ana.says(help, "I forgot my AWS root password, how do I reset it?");
  await answer(help);
  const warnings = (where: string, person = ana) =>
    said(where, person).filter((message) => textOf(message).includes(title));
  return { ...started, help, mod, asked, warnings };
}

describe("under a question on Discord, a lure", () => {
  it("is told to the asker in their direct messages, once", async () => {
    const { guild, ana, bo, help, asked, warnings, settled } = await openQuestion();
    bo.says(help, "ib mình hỗ trợ nhé", { replyTo: asked });
    await guild.until(() => warnings(ana.dm)[0]);
    bo.says(help, "add me on telegram", { replyTo: asked });
    await settled();
    expect(warnings(ana.dm).length).toBe(1);
    expect([...warnings(help, bo), ...warnings(bo.dm, bo)]).toEqual([]);
  });

  it("is told in the channel where direct messages are closed", async () => {
    const { guild, ana, bo, help, asked, warnings } = await openQuestion();
    ana.closesDms();
    bo.says(help, "dm me", { replyTo: asked });
    expect(await guild.until(() => warnings(help)[0])).toBeDefined();
  });

  it("is none of a moderator, none in advice, and none of the asker's own", async () => {
    const { ana, bo, mod, help, asked, warnings, settled } = await openQuestion();
    mod.says(help, "dm me, please", { replyTo: asked });
    bo.says(help, "ask the admins, and never share the code", { replyTo: asked });
    ana.says(help, "can I dm you? or dm me", { replyTo: asked });
    await settled();
    expect([...warnings(ana.dm), ...warnings(help)]).toEqual([]);
  });
});
