import { describe, expect, it } from "vitest";
import { answerWithMenu, coreSaying } from "../../support/core-saying.ts";
import { labelsOf, shown, startDiscord, textOf } from "./start-discord.ts";

describe("a press", () => {
  it("of who asked is answered for all, and marked on the button, which goes on working", async () => {
    const { ana, channel, answer } = await startDiscord();
    const asked = ana.says(channel, "@signpost my key is lost");
    const outcome = await ana.presses(await answer(), "Still stuck");
    expect(labelsOf(shown(outcome))).toContain("✓ Still stuck");
    const next = await answer(channel, 1);
    expect(textOf(next)).toContain("Look once more");
    expect(next.reference?.message).toBe(asked.id);
    const again = shown(await ana.presses(await answer(), "Solved"));
    expect(labelsOf(again)).toEqual(expect.arrayContaining(["✓ Still stuck", "✓ Solved"]));
    await answer(channel, 2);
  });

  it("of somebody else is answered to them alone, and marks nothing", async () => {
    const { ana, bo, channel, said, answer } = await startDiscord();
    ana.says(channel, "@signpost my key is lost");
    const own = shown(await bo.presses(await answer(), "Solved"));
    expect(own.visibleTo).toBe(bo.id);
    expect(textOf(own)).toContain("Only the person who asked");
    expect(said(channel, ana).flatMap(labelsOf)).not.toContain("✓ Solved");
  });

  it("in direct messages is marked and answered there", async () => {
    const { ana, answer } = await startDiscord();
    ana.says(ana.dm, "my key is lost");
    const outcome = await ana.presses(await answer(ana.dm), "Still stuck");
    expect(outcome.kind).toBe("updated");
    expect(textOf(await answer(ana.dm, 1))).toContain("Look once more");
  });

  it("on what one person sees gives way to the answer, with what was chosen", async () => {
    const { ana, bo, channel, said } = await startDiscord();
    const first = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    const outcome = await ana.presses(first, "Still stuck");
    expect(outcome.kind).toBe("updated");
    expect(textOf(shown(outcome))).toMatch(/^-# You chose: Still stuck\n/);
    expect(said(channel).length).toBe(1);
    expect(said(channel, bo)).toEqual([]);
  });

  it("on an option of the menu is told by its token, and named on the menu", async () => {
    const { core, heard } = coreSaying({
      kind: "answer",
      answer: answerWithMenu("Here you are."),
      audience: "all",
    });
    const { ana, channel, answer } = await startDiscord({ core });
    ana.says(channel, "@signpost my key is lost");
    const marked = shown(await ana.presses(await answer(), "bill"));
    await answer(channel, 1);
    expect(heard[1]?.input).toEqual({ kind: "press", token: "1.show.bill.en" });
    expect(JSON.stringify(marked.components)).toContain('"placeholder":"✓ bill"');
  });

  it("twice in a moment counts once", async () => {
    const { ana, channel, said, answer, settled } = await startDiscord();
    ana.says(channel, "@signpost my key is lost");
    const first = await answer();
    await Promise.all([ana.presses(first, "Still stuck"), ana.presses(first, "Still stuck")]);
    await settled();
    expect(said().length).toBe(2);
  });
});

describe("sharing", () => {
  it("shows to all what one person saw, who did it and without a ping, and leaves the private message", async () => {
    const { ana, bo, channel, said } = await startDiscord();
    const own = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    const shared = shown(await ana.presses(own, "Share with the channel"));
    expect(shared).toMatchObject({ visibleTo: undefined, mentions: { users: [] } });
    expect(textOf(shared)).toMatch(new RegExp(`^-# Shared by <@${ana.id}>\n`));
    expect(labelsOf(shared)).not.toContain("Share with the channel");
    expect(said(channel, bo).map(({ id }) => id)).toEqual([shared.id]);
    expect(said(channel, ana).length).toBe(2);
  });

  it("begins a conversation that goes on under what was shared", async () => {
    const { ana, bo, channel, answer } = await startDiscord();
    const own = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    const shared = shown(await ana.presses(own, "Share with the channel"));
    await bo.presses(shared, "Still stuck");
    expect((await answer(channel, 1, bo)).reference?.message).toBe(shared.id);
    bo.says(channel, "still not working", { replyTo: await answer(channel, 1, bo) });
    expect((await answer(channel, 2, bo)).reference?.message).toBe(shared.id);
  });

  it("says so where Discord does not take it", async () => {
    const { guild, ana, bo, channel, said } = await startDiscord();
    const own = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    const on = "POST /interactions/{interaction}/{token}/callback";
    guild.faults.next({ on, kind: "refused", status: 403, code: 50013 });
    const told = shown(await ana.presses(own, "Share with the channel"));
    expect(textOf(told)).toMatch(/^I can't post in this channel/);
    expect(said(channel, bo)).toEqual([]);
  });
});
