import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import { answerOf, coreSaying } from "../../support/core-saying.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

const callback = "POST /interactions/{interaction}/{token}/callback";

/** What Discord was told first, and again, of interactions. */
function callbacks({ calls }: Guild) {
  return calls.filter(({ name }) => name === callback).map(({ status }) => status);
}

describe("an interaction that Discord tells of twice", () => {
  it("is answered once, where it is a command", async () => {
    const { guild, ana, channel, said, settled } = await startDiscord();
    guild.faults.duplicateNextEvent();
    const outcome = await ana.types(channel, "aws-help", { question: "my key is lost" });
    expect(textOf(shown(outcome))).toContain("I lost the key");
    await settled();
    expect([callbacks(guild).slice(0, -1), said(ana.dm)]).toEqual([[204], []]);
  });

  it("shows its answer, where it is a press", async () => {
    const { guild, ana, channel, settled } = await startDiscord();
    const first = shown(await ana.types(channel, "aws-help", { question: "my key is lost" }));
    guild.faults.duplicateNextEvent();
    const outcome = await ana.presses(first, "Still stuck");
    expect(textOf(shown(outcome))).toContain("Look once more");
    await settled();
    expect(callbacks(guild).slice(0, -1)).toEqual([204, 204]);
  });

  it("is not acknowledged without its answer, where the core takes its time", async () => {
    const saying = coreSaying({ kind: "answer", answer: answerOf("Here"), audience: "asker" });
    let copies = 0;
    const handle: typeof saying.core.handle = (incoming) => {
      copies += 1;
      return copies === 1 ? saying.core.handle(incoming) : new Promise(() => {});
    };
    const { guild, ana, channel } = await startDiscord({ core: { ...saying.core, handle } });
    guild.faults.duplicateNextEvent();
    await ana.types(channel, "aws-help", { question: "x" });
    expect(copies).toBe(1);
  });
});
