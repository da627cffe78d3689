import { describe, expect, it } from "vitest";
import { agentApp } from "./manifests.ts";
import { openAway } from "./open-away.ts";
import { readMessage } from "./read-message.ts";
import type { Transport } from "./start-slack.ts";

const transports: readonly Transport[] = ["socket", "http"];
const lost = "the key of my door is lost";
const stuck = "my window is stuck";
const late = "while I was away";

/** A workspace with a channel that is read, one that is read where the bot is mentioned, and another one. */
async function openPlaces(transport: Transport, options: Parameters<typeof openAway>[1] = {}) {
  const places = { general: "", help: "", quiet: "" };
  const away = await openAway(transport, {
    ...options,
    prepare: (workspace) => {
      const members = [workspace.person("ana"), workspace.person("bo"), workspace.person("cy")];
      places.general = workspace.channel("general", { members });
      places.help = workspace.channel("help", { members });
      places.quiet = workspace.channel("quiet", { members });
      return { SLACK_HELP_CHANNELS: `${places.help}:questions,${places.quiet}:mentions` };
    },
  });
  return { ...away, ...places };
}

type Away = Awaited<ReturnType<typeof openPlaces>>;

/** The bot is started again and has read and sent all; it has ended. */
async function comeBack({ start, caughtUp }: Away, times = 1): Promise<unknown> {
  const bot = await start();
  const count = await caughtUp(times);
  await bot.stop();
  return count;
}

/** The bot has run; ana and bo have spoken with it in private. */
async function meet({ start, ana, bo, answer }: Away): Promise<void> {
  const bot = await start();
  ana.says(ana.dm, stuck);
  bo.says(bo.dm, stuck);
  await answer(ana.dm);
  await answer(bo.dm, 0, bo);
  await bot.stop();
}

describe.each(transports)("what was written while the bot was away, by %s", (transport) => {
  it("is answered late, wherever it was written, and once", async () => {
    const away = await openPlaces(transport, { minutesAgo: 12 });
    const { workspace, ana, bo, help, quiet, passes, said } = away;
    await meet(away);
    ana.says(ana.dm, lost);
    ana.says(help, lost);
    bo.says(quiet, `@${workspace.botName} ${lost}`);
    await passes(12);
    expect(await comeBack(away)).toMatchObject({ answered: 3, unreadable: 0 });
    await comeBack(away, 2);
    expect(said(ana.dm)).toHaveLength(2);
    for (const [place, index] of [
      [ana.dm, 1],
      [help, 0],
      [quiet, 0],
    ] as const) {
      const [message] = said(place).slice(index);
      expect(message && readMessage(message)).toContain("I lost the key");
      expect(message && readMessage(message)).toContain(`You wrote this 12 minutes ago, ${late}`);
    }
    expect(said(help)).toHaveLength(1);
    expect(said(quiet)).toHaveLength(1);
  });

  it("is answered once, where Slack tells it again as well", async () => {
    const away = await openPlaces(transport);
    const { ana, help, passes, start, caughtUp, said } = away;
    await meet(away);
    ana.says(ana.dm, lost);
    ana.says(help, lost);
    const bot = await start();
    await caughtUp();
    await passes(7);
    await bot.stop();
    expect(said(ana.dm)).toHaveLength(2);
    expect(said(help)).toHaveLength(1);
  });

  it("in a thread that the bot began goes on", async () => {
    const away = await openPlaces(transport);
    const { ana, help, start, answer, passes, said } = away;
    const bot = await start();
    const { ts: thread } = ana.says(help, lost);
    await answer(help);
    await bot.stop();
    ana.says(help, "still not working", { thread });
    await passes(7);
    await comeBack(away);
    const [, second] = said(help);
    expect(second && readMessage(second)).toContain("Look once more");
  });
});

describe("what is not answered late", () => {
  it("is what somebody else has answered: in a thread, by a mention, by words to nobody", async () => {
    const away = await openPlaces("socket");
    const { workspace, ana, bo, help, passes, said } = away;
    const cy = workspace.person("cy");
    await meet(away);
    const { ts: thread } = ana.says(help, lost);
    bo.says(help, "look under the mat", { thread });
    cy.says(help, stuck);
    bo.says(help, "@cy push harder");
    ana.says(help, lost);
    bo.says(help, "same here last week, it was in my coat");
    await passes(7);
    expect(await comeBack(away)).toMatchObject({ answered: 0 });
    expect(said(help)).toEqual([]);
  });

  it("is what the bot would have kept quiet about, and what it said itself", async () => {
    const away = await openPlaces("socket");
    const { ana, bo, general, help, quiet, start, answer, passes, said } = away;
    const bot = await start();
    const { ts: thread } = ana.says(help, lost);
    await answer(help);
    bo.says(help, "look under the mat", { thread });
    await bot.stop();
    ana.says(general, lost);
    ana.says(quiet, lost);
    bo.says(help, "good morning everybody");
    ana.says(help, "still not working", { thread });
    await passes(7);
    await comeBack(away);
    expect([general, quiet].flatMap((place) => said(place))).toEqual([]);
    expect(said(help)).toHaveLength(1);
  });

  it("is what is older than two hours, and all before the bot's first start", async () => {
    const away = await openPlaces("socket", { minutesAgo: 180 });
    const { ana, help, passes, said, start } = away;
    ana.says(help, lost);
    await passes(7);
    await (await start()).stop();
    expect(said(help)).toEqual([]);
    ana.says(help, stuck);
    await passes(173);
    expect(await comeBack(away)).toMatchObject({ answered: 0 });
    expect(said(help)).toEqual([]);
  });
});

it("messages in a row get one answer to all their words", async () => {
  const away = await openPlaces("socket");
  const { ana, passes, said } = away;
  await meet(away);
  ana.says(ana.dm, "hello");
  ana.says(ana.dm, lost);
  ana.says(ana.dm, "anybody there?");
  await passes(7);
  await comeBack(away);
  expect(said(ana.dm)).toHaveLength(2);
  const [, second] = said(ana.dm);
  expect(second && readMessage(second)).toContain("I lost the key");
});

it("a limit of the history is waited for", async () => {
  const away = await openPlaces("socket");
  const { workspace, ana, help, passes, said } = away;
  await meet(away);
  ana.says(help, lost);
  await passes(7);
  workspace.faults.next({ method: "conversations.history", kind: "rateLimited", retryAfter: 1 });
  await comeBack(away);
  expect(said(help)).toHaveLength(1);
});

it("a connection that was lost while the bot ran is read back", async () => {
  const away = await openPlaces("socket");
  const { workspace, ana, help, start, answer } = away;
  await start();
  workspace.faults.dropSockets();
  ana.says(help, lost);
  expect(readMessage(await answer(help))).toContain(late);
});

describe.each(transports)("threads of direct messages, by %s", (transport) => {
  it("are read back, also those that began before the absence", async () => {
    const away = await openPlaces(transport);
    const { ana, start, answer, passes, said } = away;
    const bot = await start();
    const { ts: thread } = ana.says(ana.dm, lost);
    await answer(ana.dm);
    await bot.stop();
    ana.says(ana.dm, "still not working", { thread });
    await passes(7);
    expect(await comeBack(away)).toMatchObject({ answered: 1 });
    await comeBack(away, 2);
    const [, second, third] = said(ana.dm);
    expect(second?.thread).toBe(thread);
    expect(second && readMessage(second)).toContain("Look once more");
    expect(third).toBeUndefined();
  });

  it("are conversations of their own in the agent view, each answered once and in its thread", async () => {
    const away = await openPlaces(transport, { workspace: agentApp });
    const { ana, start, answer, passes, said } = away;
    const bot = await start();
    const { ts: old } = ana.says(ana.dm, lost);
    await answer(ana.dm);
    await bot.stop();
    ana.says(ana.dm, "still not working", { thread: old });
    const { ts: first } = ana.says(ana.dm, stuck);
    const { ts: second } = ana.says(ana.dm, "hello");
    ana.says(ana.dm, lost, { thread: second });
    await passes(7);
    expect(await comeBack(away)).toMatchObject({ answered: 3 });
    await comeBack(away, 2);
    const inThread = (root: string) => said(ana.dm).filter(({ thread }) => thread === root);
    expect([old, first, second].map((root) => inThread(root).length)).toEqual([2, 1, 1]);
    expect(inThread(old).map(readMessage).at(-1)).toContain("Look once more");
    expect(inThread(first).map(readMessage).join()).toContain("The window does not open");
    expect(inThread(second).map(readMessage).join()).toContain("I lost the key");
    expect(said(ana.dm)).toHaveLength(4);
  });
});

it("reads back a direct message although its channel could not be noted at first", async () => {
  let failures = 0;
  const failsToKeep = (key: string) => key.startsWith("place/") && ++failures === 1;
  const away = await openPlaces("socket", { failsToKeep });
  const { ana, start, answer, passes } = away;
  const bot = await start();
  ana.says(ana.dm, stuck);
  await answer(ana.dm);
  ana.says(ana.dm, lost);
  await answer(ana.dm, 1);
  await bot.stop();
  ana.says(ana.dm, stuck);
  await passes(7);
  await start();
  expect(readMessage(await answer(ana.dm, 2))).toContain(late);
});
