import { describe, expect, it } from "vitest";
import { until } from "../../support/until.ts";
import { openAway } from "./open-away.ts";
import { textOf } from "./start-discord.ts";

const lost = "the key of my door is lost";
const stuck = "my window is stuck";
const late = "while I was away";

/** A server with a channel of every kind, all that is said in two of them being read. */
async function openPlaces(options: Parameters<typeof openAway>[0] = {}) {
  const places = { general: "", help: "", quiet: "", forum: "" };
  const away = await openAway({
    ...options,
    prepare: (guild) => {
      places.general = guild.channel("general");
      places.help = guild.channel("help");
      places.quiet = guild.channel("quiet");
      places.forum = guild.forum("questions");
      const { help, quiet, forum } = places;
      return { DISCORD_HELP_CHANNELS: `${help}:questions,${quiet}:mentions,${forum}:questions` };
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

/** Lets a channel's history come a second late. Returns whether it was asked for. */
function readsSlowly({ faults }: Away["guild"], channel: string): () => boolean {
  let isAsked = false;
  const atPath = (path: string) => {
    isAsked ||= path.includes(channel);
    return path.includes(channel);
  };
  faults.next({ on: "GET /channels/{channel}/messages", kind: "slow", ms: 1000, atPath });
  return () => isAsked;
}

describe.each(["stopped", "killed"] as const)("what was written while the bot was %s", (how) => {
  const end = async ({ start, kill }: Away) => {
    const bot = await start();
    await (how === "stopped" ? bot.stop() : kill(bot));
  };

  it("is answered late, wherever it was written, and once", async () => {
    const away = await openPlaces({ minutesAgo: 12 });
    const { guild, ana, bo, clock, general, help, forum, answer, said, start } = away;
    await end(away);
    ana.says(general, `@${guild.botName} ${lost}`);
    ana.says(help, lost);
    const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
    bo.says(bo.dm, lost);
    await clock.advance(12 * 60_000);
    const again = await start();
    for (const [place, person] of [[general], [help], [thread.id], [bo.dm, bo]] as const) {
      const text = textOf(await answer(place, 0, person));
      expect(text).toContain("I lost the key");
      expect(text).toContain(`You wrote this 12 minutes ago, ${late}`);
    }
    await away.caughtUp();
    await again.stop();
    await comeBack(away, 2);
    for (const place of [general, help, thread.id]) expect(said(place)).toHaveLength(1);
    expect(said(bo.dm, bo)).toHaveLength(1);
  });
});

describe("a session that Discord has dropped", () => {
  it("loses only the direct messages of people whom the bot does not know", async () => {
    const away = await openPlaces();
    const { guild, ana, bo, general, help, answer, said, start, caughtUp } = away;
    const bot = await start();
    ana.says(ana.dm, lost);
    await answer(ana.dm);
    await bot.stop();
    guild.faults.invalidateSession();
    ana.says(ana.dm, stuck);
    ana.says(general, `@${guild.botName} ${lost}`);
    ana.says(help, lost);
    bo.says(bo.dm, lost);
    await start();
    expect(textOf(await answer(ana.dm, 1))).toContain(late);
    expect(textOf(await answer(general))).toContain(late);
    expect(textOf(await answer(help))).toContain(late);
    expect(await caughtUp()).toMatchObject({ session: "over", answered: 3 });
    expect(said(bo.dm, bo)).toEqual([]);
  });

  it.each(["stopped", "killed"] as const)(
    "leaves what was not yet read to the next start, where the bot is %s while it reads back",
    async (how) => {
      const away = await openPlaces();
      const { guild, ana, clock, help, answer, said, start, kill } = away;
      const bot = await start();
      ana.says(ana.dm, lost);
      await answer(ana.dm);
      const isReading = readsSlowly(guild, help);
      guild.faults.invalidateSession();
      ana.says(help, lost);
      ana.says(ana.dm, stuck);
      await until(() => isReading() || undefined);
      const ended = how === "stopped" ? bot.stop() : kill(bot);
      await clock.advance(1000);
      await ended;
      expect(said(ana.dm)).toHaveLength(1);
      await comeBack(away);
      expect(said(help)).toHaveLength(1);
      expect(said(ana.dm).map(textOf)).toEqual([expect.anything(), expect.stringContaining(late)]);
    },
  );

  it("reads back a direct message although its channel could not be noted at first", async () => {
    let failures = 0;
    const failsToKeep = (key: string) => key.startsWith("dm/") && ++failures === 1;
    const away = await openPlaces({ failsToKeep });
    const { guild, ana, answer, start } = away;
    const bot = await start();
    ana.says(ana.dm, lost);
    await answer(ana.dm);
    ana.says(ana.dm, stuck);
    await answer(ana.dm, 1);
    await bot.stop();
    guild.faults.invalidateSession();
    ana.says(ana.dm, lost);
    await start();
    expect(textOf(await answer(ana.dm, 2))).toContain(late);
  });

  it("is read back while the bot runs, too", async () => {
    const { guild, ana, help, answer, start } = await openPlaces();
    await start();
    guild.faults.invalidateSession();
    ana.says(help, lost);
    expect(textOf(await answer(help))).toContain(late);
  });
});

describe("what is not answered late", () => {
  it("is what somebody else has answered: in a thread, by a reply, by a mention, by words to nobody", async () => {
    const away = await openPlaces();
    const { guild, ana, bo, help, forum, said, start } = away;
    const others = ["one", "two", "three"].map((name) => guild.person(name));
    const [one = ana, two = ana, three = ana] = others;
    await (await start()).stop();
    const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
    bo.says(thread.id, "look under the mat");
    const asked = one.says(help, lost);
    bo.says(help, "look under the mat", { replyTo: asked });
    two.says(help, stuck);
    bo.says(help, "@two push harder");
    three.says(help, lost);
    bo.says(help, "same here last week, it was in my coat");
    await comeBack(away);
    expect(said(thread.id)).toEqual([]);
    expect(said(help)).toEqual([]);
  });

  it("is not what somebody asks beside it", async () => {
    const away = await openPlaces();
    const { ana, bo, help, answer, start } = away;
    await (await start()).stop();
    ana.says(help, lost);
    bo.says(help, stuck);
    await start();
    expect(textOf(await answer(help))).toContain("I lost the key");
    expect(textOf(await answer(help, 1))).toContain("The window does not open");
  });

  it("is what the bot would have kept quiet about", async () => {
    const away = await openPlaces();
    const { ana, bo, general, help, quiet, forum, said, start, answer } = away;
    const bot = await start();
    const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
    await answer(thread.id);
    bo.says(thread.id, "look under the mat");
    await bot.stop();
    ana.says(general, lost);
    ana.says(quiet, lost);
    ana.says(help, "good morning everybody");
    ana.says(thread.id, "still not working");
    await comeBack(away);
    for (const place of [general, quiet, help]) expect(said(place)).toEqual([]);
    expect(said(thread.id)).toHaveLength(1);
  });

  it("is what is older than two hours, and all before the bot's first start", async () => {
    const away = await openPlaces({ minutesAgo: 180 });
    const { guild, ana, clock, general, help, said, start } = away;
    ana.says(help, lost);
    await (await start()).stop();
    expect(said(help)).toEqual([]);
    ana.says(general, `@${guild.botName} ${lost}`);
    await clock.advance(180 * 60_000);
    await comeBack(away);
    expect(said(general)).toEqual([]);
  });
});

it("messages in a row get one answer to all their words", async () => {
  const away = await openPlaces();
  const { ana, answer, said, start } = away;
  const bot = await start();
  ana.says(ana.dm, stuck);
  await answer(ana.dm);
  await bot.stop();
  ana.says(ana.dm, "hello");
  ana.says(ana.dm, lost);
  ana.says(ana.dm, "anybody there?");
  await comeBack(away);
  expect(textOf(await answer(ana.dm, 1))).toContain("I lost the key");
  expect(said(ana.dm)).toHaveLength(2);
});

it("a post that went on before it was answered is one question", async () => {
  const away = await openPlaces();
  const { ana, forum, answer, said, start } = away;
  await (await start()).stop();
  const { thread } = ana.posts(forum, { title: "help", text: "me please" });
  ana.says(thread.id, lost);
  await comeBack(away);
  expect(textOf(await answer(thread.id))).toContain("I lost the key");
  expect(said(thread.id)).toHaveLength(1);
});

it("a conversation that the bot began goes on", async () => {
  const away = await openPlaces();
  const { ana, forum, answer, start } = away;
  const bot = await start();
  const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
  await answer(thread.id);
  await bot.stop();
  ana.says(thread.id, "still not working");
  await start();
  expect(textOf(await answer(thread.id, 1))).toContain("Look once more");
});

describe("what the bot can't know is counted", () => {
  it("commands, which nobody can answer any more", async () => {
    const away = await openPlaces();
    const { ana, clock, general, start } = away;
    await (await start()).stop();
    const outcome = ana.types(general, "aws-help");
    await clock.advance(3000);
    expect((await outcome).kind).toBe("failed");
    expect(await comeBack(away)).toMatchObject({ session: "replayed", interactions: 1, answered: 0 });
  });

  it("words in channels without the intent, while a mention can be read", async () => {
    const away = await openPlaces({ guild: { privileged: [] } });
    const { guild, ana, bo, help, general, said, start } = away;
    await (await start()).stop();
    ana.says(help, lost);
    bo.says(general, `@${guild.botName} ${lost}`);
    expect(await comeBack(away)).toMatchObject({ hidden: 1, answered: 1 });
    expect(said(general)).toHaveLength(1);
  });
});
