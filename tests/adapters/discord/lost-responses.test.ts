import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import { answerOf, coreSaying } from "../../support/core-saying.ts";
import { until } from "../../support/until.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

const callback = "POST /interactions/{interaction}/{token}/callback";
const original = "PATCH /webhooks/{application}/{token}/messages/{message}";
const look = "GET /webhooks/{application}/{token}/messages/{message}";

/** As often as an initial response is tried. */
const tries = 4;

/** All tries of a request arrive, and none of their answers does. */
function loseAnswers(guild: Guild, on: string): void {
  for (let count = 0; count < tries; count += 1) guild.faults.next({ on, kind: "lostAnswer" });
}

const toAsker: Reply = { kind: "answer", answer: answerOf("Here"), audience: "asker" };

describe("an answer of which nobody heard that it arrived", () => {
  it("is not said again, where it did", async () => {
    const { core, faults } = coreSaying(toAsker);
    const { guild, ana, channel, said, discord } = await startDiscord({ core });
    loseAnswers(guild, callback);
    expect((await ana.types(channel, "aws-help", { question: "x" })).kind).toBe("replied");
    await discord.stop();
    expect([said().map(textOf), said(ana.dm), faults]).toEqual([["Here"], [], []]);
  });

  it("is looked for again, where that went wrong, too", async () => {
    const { core, faults, settled: done } = coreSaying(toAsker);
    const { guild, ana, channel, said, discord } = await startDiscord({ core });
    loseAnswers(guild, callback);
    loseAnswers(guild, look);
    await ana.types(channel, "aws-help", { question: "x" });
    await until(() => done[0]);
    await discord.stop();
    expect([said().map(textOf), said(ana.dm), faults]).toEqual([["Here"], [], []]);
  });

  it("is a message at once, where it did not", async () => {
    const { core, faults } = coreSaying(toAsker);
    const { guild, ana, clock, channel, said, answer } = await startDiscord({ core });
    for (let count = 0; count < tries; count += 1) guild.faults.next({ on: callback, kind: "lostRequest" });
    const outcome = ana.types(channel, "aws-help", { question: "x" });
    expect(textOf(await answer(ana.dm))).toBe("Here");
    await clock.advance(3000);
    expect([(await outcome).kind, said(), faults]).toEqual(["failed", [], []]);
  });

  it("is written again where it had been announced: twice it is the same", async () => {
    const { ana, guild, channel, said, discord, release, faults, done } = await startSlow("question");
    const thinking = shown(await ana.types(channel, "aws-help", { question: "x" }));
    loseAnswers(guild, original);
    release();
    await until(() => done[0]);
    await discord.stop();
    expect(said().map(({ id }) => id)).toEqual([thinking.id]);
    expect([said().map(textOf), said(ana.dm), faults]).toEqual([["Here"], [], []]);
  });
});

describe("an acknowledgement of which nobody heard that it arrived", () => {
  it("is followed by the answer, where it announced one", async () => {
    const { ana, guild, channel, said, discord, release, faults } = await startSlow("question");
    loseAnswers(guild, callback);
    const thinking = shown(await ana.types(channel, "aws-help", { question: "x" }));
    release();
    await discord.stop();
    expect(said().map(({ id }) => id)).toEqual([thinking.id]);
    expect([said().map(textOf), said(ana.dm), faults]).toEqual([["Here"], [], []]);
  });

  it("is followed by the answer, where it took a press", async () => {
    const { ana, guild, channel, said, answer, discord, release, faults } = await startSlow("press");
    ana.says(channel, "@signpost x");
    const first = await answer();
    loseAnswers(guild, callback);
    expect((await ana.presses(first, "On")).kind).toBe("acknowledged");
    release();
    await discord.stop();
    expect([said().map(textOf), said(ana.dm), faults]).toEqual([["First", "Here"], [], []]);
  });

  it("is followed by the answer in its place, where it took a press on what one person sees", async () => {
    const { ana, guild, channel, said, discord, release, faults } = await startSlow("press");
    const first = shown(await ana.types(channel, "aws-help", { question: "x" }));
    loseAnswers(guild, callback);
    expect((await ana.presses(first, "On")).kind).toBe("acknowledged");
    release();
    await discord.stop();
    expect(said().map(textOf)).toEqual(["-# You chose: On\n\nHere"]);
    expect([said(ana.dm), faults]).toEqual([[], []]);
  });
});

const first: Reply = {
  kind: "answer",
  answer: { ...answerOf("First"), buttons: [{ kind: "press", label: "On", token: "1.show.lost-key.en" }] },
  audience: "all",
};

/** A bot that answers what is asked, and then presses; who asks or who presses waits until it is let go on. */
async function startSlow(slow: Incoming["input"]["kind"]) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reply = ({ input }: Incoming) => (input.kind === "press" || slow === "question" ? toAsker : first);
  const { core, faults, settled: done } = coreSaying(reply);
  const handle: typeof core.handle = async (incoming) => {
    if (incoming.input.kind === slow) await released;
    return core.handle(incoming);
  };
  const started = await startDiscord({ core: { ...core, handle } });
  return { ...started, faults, done, release: () => release() };
}
