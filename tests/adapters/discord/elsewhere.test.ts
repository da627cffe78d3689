import { describe, expect, it } from "vitest";
import { labelsOf, shown, startDiscord, textOf } from "./start-discord.ts";

/** A channel of a server that the bot is not in, where everybody has it for themselves. */
async function open() {
  const started = await startDiscord();
  return { ...started, elsewhere: started.guild.foreignChannel("elsewhere") };
}

describe("where the bot is not in", () => {
  it("a command is answered to who gave it, and goes on by its buttons", async () => {
    const { ana, bo, elsewhere, said } = await open();
    const first = shown(await ana.types(elsewhere, "aws-help", { question: "my key is lost" }));
    expect(first.visibleTo).toBe(ana.id);
    const next = shown(await ana.presses(first, "Still stuck"));
    expect([next.id, textOf(next)]).toEqual([first.id, expect.stringContaining("Look once more")]);
    expect(said(elsewhere, bo)).toEqual([]);
  });

  it("a message of somebody's is looked up, and a form opens", async () => {
    const { guild, ana, bo, elsewhere } = await open();
    const asked = bo.says(elsewhere, "my window is stuck", { attachments: [{ filename: "a.png" }] });
    const found = shown(await ana.usesContextMenu("Find an answer", asked));
    expect(textOf(found)).toContain("The window does not open");
    const topics = shown(await ana.types(elsewhere, "aws-help"));
    await ana.presses(topics, "Describe it myself");
    const told = await ana.submits(await guild.until(() => guild.modal(ana)), { question: "my key is lost" });
    expect(shown(told).visibleTo).toBe(ana.id);
  });

  it("an answer can be shared, and who presses there is answered alone", async () => {
    const { ana, bo, elsewhere, said } = await open();
    const own = shown(await ana.types(elsewhere, "aws-help", { question: "my key is lost" }));
    const shared = shown(await ana.presses(own, "Share with the channel"));
    expect(said(elsewhere, bo).map(({ id }) => id)).toEqual([shared.id]);
    const answered = shown(await bo.presses(shared, "Still stuck"));
    expect(answered.visibleTo).toBe(bo.id);
    expect(labelsOf(shared)).toContain("Still stuck");
  });

  it("an answer that comes late goes to the direct messages", async () => {
    const { guild, ana, clock, elsewhere, answer } = await open();
    const on = "POST /interactions/{interaction}/{token}/callback";
    guild.faults.next({ on, kind: "refused", status: 404, code: 10062 });
    const outcome = ana.types(elsewhere, "aws-help", { question: "my key is lost" });
    expect(textOf(await answer(ana.dm))).toContain("I lost the key");
    await clock.advance(3000);
    await outcome;
  });
});
