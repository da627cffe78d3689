import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import { createLog } from "../../../src/insight/log.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import { answerOf, coreSaying } from "../../support/core-saying.ts";
import { startDiscord, textOf } from "./start-discord.ts";

const posting = "POST /channels/{channel}/messages";
const callback = "POST /interactions/{interaction}/{token}/callback";
const button = { kind: "press", label: "On", token: "1.show.lost-key.en" } as const;
const first: Reply = {
  kind: "answer",
  answer: { ...answerOf("First"), buttons: [button] },
  audience: "all",
};
const second: Reply = { kind: "answer", answer: answerOf("Here"), audience: "all" };

async function open(toCommand: Reply = second) {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const reply = ({ input }: Incoming) => {
    if (input.kind === "press") return second;
    return input.kind === "question" && input.text === "command" ? toCommand : first;
  };
  const { core, faults, settled: done } = coreSaying(reply);
  const started = await startDiscord({ core, log });
  const { ana, channel, said, settled } = started;
  const all = async () => {
    await settled();
    return { there: said(channel).map(textOf), dm: said(ana.dm).map(textOf), faults, done, lines };
  };
  return { ...started, strings: core.surface(), all };
}

function refuse(guild: Guild, code: number, { on = posting, times = 1, status = 403 } = {}): void {
  for (let count = 0; count < times; count += 1) guild.faults.next({ on, kind: "refused", status, code });
}

/** AutoMod, a harmful link, locked, archived and full threads, gates, and a code that nobody knows. */
const staying = [
  200000, 200001, 240000, 160005, 160006, 160007, 50083, 30033, 50001, 50013, 50009, 50178, 50024, 50035,
  50008, 10003, 10008, 20009, 50006, 160002, 160009, 40067, 40058, 987654,
];

describe("an answer that Discord refuses", () => {
  it.each(staying)("in a channel with %i goes to the DM at once", async (code) => {
    const { guild, ana, channel, strings, all } = await open();
    refuse(guild, code);
    ana.says(channel, "@signpost my key is lost");
    const { there, dm, faults, done } = await all();
    expect([there, dm]).toEqual([[], [`-# ${strings.sentInstead}\n\nFirst`]]);
    expect([faults, done.length]).toEqual([[], 1]);
  });

  it("to a press is shown to who pressed", async () => {
    const { guild, ana, channel, answer, all } = await open();
    ana.says(channel, "@signpost my key is lost");
    const message = await answer();
    refuse(guild, 200000);
    await ana.presses(message, "On");
    const { there, dm, faults } = await all();
    expect([there, dm, faults]).toEqual([["First", "Here"], [], []]);
    expect(guild.messagesSeenBy({ id: "" }, channel).length).toBe(2);
  });

  it("where DMs are closed, too, is replaced by what to do instead", async () => {
    const { guild, ana, channel, strings, all } = await open();
    ana.closesDms();
    refuse(guild, 240000);
    ana.says(channel, "@signpost my key is lost");
    const { there, dm, faults } = await all();
    expect([there, dm, faults]).toEqual([[strings.cantPost], [], []]);
  });

  it("in a DM is replaced by what to do instead", async () => {
    const { guild, ana, strings, all } = await open();
    refuse(guild, 20009);
    ana.says(ana.dm, "my key is lost");
    expect((await all()).dm).toEqual([strings.cantPost]);
  });

  it("everywhere is done, with one line in the log", async () => {
    const { guild, ana, channel, all } = await open();
    refuse(guild, 50001, { times: 3 });
    ana.says(channel, "@signpost my key is lost");
    const { there, dm, faults, done, lines } = await all();
    expect([there, dm, faults, done.length]).toEqual([[], [], [], 1]);
    expect(lines.filter((line) => line.includes("the person was not told")).length).toBe(1);
  });

  it("as a response to a command goes to the DM", async () => {
    const { guild, clock, ana, channel, answer, all } = await open({ ...second, audience: "asker" });
    refuse(guild, 50035, { on: callback, status: 400, times: 2 });
    const outcome = ana.types(channel, "aws-help", { question: "command" });
    expect(textOf(await answer(ana.dm))).toBe("Here");
    await clock.advance(3000);
    await outcome;
    expect((await all()).faults).toEqual([]);
  });

  it("because the person is gone is done", async () => {
    const { guild, ana, channel, all } = await open({ ...second, audience: "direct" });
    refuse(guild, 10013, { on: "POST /users/@me/channels", status: 404 });
    ana.says(channel, "@signpost command");
    const { dm, faults, done } = await all();
    expect([dm, faults, done.length]).toEqual([[], [], 1]);
  });
});

describe("a refusal that passes", () => {
  it.each([
    { on: posting, kind: "closed" },
    { on: posting, kind: "lostAnswer" },
    { on: posting, kind: "page", status: 403 },
    { on: posting, kind: "page", status: 200 },
    { on: posting, kind: "refused", status: 401, code: 0 },
    { on: posting, kind: "refused", status: 429, code: 40062 },
    { on: "POST /users/@me/channels", kind: "refused", status: 400, code: 40003 },
  ] as const)("($kind) delays the answer by seconds, and doubles nothing", async (fault) => {
    const { guild, ana, channel, answer, all, discord } = await open({ ...second, audience: "direct" });
    guild.faults.next(fault);
    ana.says(channel, "@signpost command");
    expect(textOf(await answer(ana.dm))).toBe("Here");
    expect(discord.isReceiving?.()).toBe(true);
    const { dm, faults } = await all();
    expect([dm, faults]).toEqual([["Here"], []]);
  });

  it("after minutes leaves the answer for later, also when the bot stops", async () => {
    const { guild, ana, channel, heard, all } = await open();
    guild.faults.next({ on: posting, kind: "rateLimited", retryAfter: 600, scope: "global" });
    ana.says(channel, "@signpost my key is lost");
    ana.says(channel, "@signpost my other key is lost");
    await heard();
    const { there, faults } = await all();
    expect([there, faults.length]).toEqual([[], 2]);
  });
});
