import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answer/answer.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import { answerOf, coreSaying } from "../../support/core-saying.ts";
import { deliverLate } from "./deliver-late.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

const draft = answerOf("The draft");
const pointer: Answer = {
  ...answerOf("Look there"),
  buttons: [{ kind: "press", label: "Show me", token: "1.show.lost-key.en" }],
};
const direct: Reply = { kind: "answer", answer: draft, audience: "direct", pointer };

/** A channel where all is answered with the draft. */
async function open(reply: Reply = direct) {
  const { core, faults } = coreSaying(reply);
  const started = await startDiscord({ core });
  const { guild, ana, channel, said } = started;
  const words = (where: string, person: { readonly id: string } = ana) => said(where, person).map(textOf);
  const place = () => {
    const asked = ana.says(channel, "hello");
    return { kind: "channel", guild: guild.guildId, channel, root: asked.id, user: ana.id };
  };
  return { ...started, faults, words, place };
}

describe("an answer for somebody's direct messages", () => {
  it("goes there, and a command's person is told so where they are", async () => {
    const { ana, bo, channel, words } = await open();
    const told = shown(await ana.types(channel, "aws-help", { question: "x" }));
    expect(told.visibleTo).toBe(ana.id);
    expect([textOf(told), words(ana.dm)]).toEqual(["Look there", ["The draft"]]);
    expect(words(channel, bo)).toEqual([]);
  });

  it("goes there also where Discord takes its time over it: the command is acknowledged before", async () => {
    const { guild, ana, bo, clock, channel, words, settled } = await open();
    guild.faults.next({ on: "POST /users/@me/channels", kind: "slow", ms: 10_000 });
    const outcome = await ana.types(channel, "aws-help", { question: "x" });
    expect([outcome.kind, shown(outcome).visibleTo]).toEqual(["thinking", ana.id]);
    await clock.advance(10_000);
    await settled();
    expect([words(channel), words(ana.dm), words(channel, bo)]).toEqual([["Look there"], ["The draft"], []]);
  });

  it("is shown where they are, for their eyes, where their direct messages are closed", async () => {
    const { ana, bo, channel, words } = await open();
    ana.closesDms();
    const told = shown(await ana.types(channel, "aws-help", { question: "x" }));
    expect([told.visibleTo, textOf(told)]).toEqual([ana.id, "The draft"]);
    expect(words(channel, bo)).toEqual([]);
  });

  it("is pointed at in the channel where it was asked by a message", async () => {
    const { ana, bo, channel, words, settled } = await open();
    ana.says(channel, "@signpost x");
    await settled();
    expect([words(channel, bo), words(ana.dm)]).toEqual([["Look there"], ["The draft"]]);
  });

  it("leaves one line without its content in the channel where they are closed", async () => {
    const { ana, bo, channel, words, settled, faults } = await open();
    ana.closesDms();
    ana.says(channel, "@signpost x");
    await settled();
    expect([words(channel, bo), words(ana.dm), faults]).toEqual([["Look there"], [], []]);
  });

  it("is not pointed at where they are in their direct messages", async () => {
    const { ana, words, settled } = await open();
    ana.says(ana.dm, "x");
    await settled();
    expect(words(ana.dm)).toEqual(["The draft"]);
  });

  it("needs no pointer to be told of", async () => {
    const { ana, channel, words } = await open({ kind: "answer", answer: draft, audience: "direct" });
    const told = shown(await ana.types(channel, "aws-help", { question: "x" }));
    expect(textOf(told)).toContain("I've sent you");
    expect(words(ana.dm)).toEqual(["The draft"]);
  });
});

describe("an answer for one person that comes late", () => {
  it("goes to their direct messages", async () => {
    const { ana, bo, discord, channel, words, place } = await open();
    await deliverLate(discord, place(), { audience: "asker" });
    expect([words(channel, bo).length, words(ana.dm).length]).toEqual([0, 1]);
  });

  it("tells a way to see it in the channel where these are closed, without its content", async () => {
    const { ana, bo, discord, channel, words, place } = await open();
    ana.closesDms();
    await deliverLate(discord, place(), { audience: "asker" });
    expect(words(channel, bo)[0]).toMatch(/^My answer is private.*\/aws-help/);
    expect(JSON.stringify(words(channel, bo))).not.toContain("late");
  });

  it("of a command says nothing in the channel", async () => {
    const { ana, bo, guild, discord, channel, words } = await open();
    ana.closesDms();
    const place = { kind: "aside", guild: guild.guildId, channel, user: ana.id };
    await deliverLate(discord, place, { audience: "asker" });
    expect([words(channel, bo), words(ana.dm)]).toEqual([[], []]);
  });
});
