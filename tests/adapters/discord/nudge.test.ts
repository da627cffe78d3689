import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import { startWaiting } from "../../support/waiting-pack.ts";
import { labelsOf, startDiscord, textOf } from "./start-discord.ts";

const asks = "Did that help? My last answer was about “I lost the key”.";

interface Wanted {
  readonly tags?: readonly string[];
  readonly mayTag?: boolean;
  readonly answerIn?: "reply" | "thread";
}

/** A server whose forum and channel the bot watches, and the hours that pass. */
async function open({ tags = ["✅ Solved", "💤 Idle"], mayTag = true, answerIn = "reply" }: Wanted = {}) {
  const waiting = startWaiting();
  const places = { forum: "", help: "" };
  const started = await startDiscord({
    core: waiting.core,
    guild: { privileged: ["MessageContent"] },
    prepare: (guild) => {
      places.forum = guild.forum("questions", { tags });
      places.help = guild.channel("help");
      if (mayTag) guild.allow(places.forum, ["ManageThreads"]);
      return {
        DISCORD_HELP_CHANNELS: `${places.forum}:all,${places.help}:all`,
        DISCORD_ANSWER_IN: answerIn,
      };
    },
  });
  waiting.run(started.discord);
  return { ...started, ...waiting, ...places };
}

function tagsOf({ data }: Guild, thread: string): readonly string[] {
  const found = data.channels.find(({ id }) => id === thread);
  const forum = found?.kind === "thread" ? data.channels.find(({ id }) => id === found.parent) : undefined;
  if (found?.kind !== "thread" || forum?.kind !== "forum") throw new Error(`${thread} is no post`);
  return found.appliedTags.map((id) => forum.tags.find((tag) => tag.id === id)?.name ?? "");
}

describe("on Discord, an answer that gets no reaction", () => {
  it("is asked about once in direct messages, with two buttons, and words there lead on", async () => {
    const { ana, answer, said, passes } = await open();
    ana.says(ana.dm, "I lost my key");
    await answer(ana.dm);
    await passes(3);
    const asked = await answer(ana.dm, 1);
    expect(textOf(asked)).toContain(asks);
    expect(labelsOf(asked)).toEqual(["Solved", "Still stuck"]);
    await passes(1);
    expect(said(ana.dm).length).toBe(2);
    ana.says(ana.dm, "no");
    expect(textOf(await answer(ana.dm, 2))).toContain("Look once more");
  });

  it("is asked about in a forum post, and in the thread under a question", async () => {
    const { ana, forum, help, answer, passes } = await open({ answerIn: "thread" });
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please help" });
    await answer(thread.id);
    const question = ana.says(help, "I lost my key");
    await answer(question.id);
    await passes(3);
    expect(textOf(await answer(thread.id, 1))).toContain(asks);
    expect(textOf(await answer(question.id, 1))).toContain(asks);
  });

  it("is left alone among the messages of a channel, and where somebody else has written", async () => {
    const { ana, bo, forum, help, answer, said, heard, passes } = await open();
    ana.says(help, "@signpost I lost my key");
    await answer(help);
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please help" });
    await answer(thread.id);
    bo.says(thread.id, "mine too");
    await heard();
    await passes(3);
    expect([said(help).length, said(thread.id).length]).toEqual([1, 1]);
  });

  it("is asked about nowhere else where the post is locked", async () => {
    const { guild, ana, forum, answer, said, passes, store } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please help" });
    await answer(thread.id);
    guild.archive(thread.id, { isLocked: true });
    guild.deny(forum, ["ManageThreads"]);
    await passes(3);
    expect([said(thread.id).length, said(ana.dm).length]).toEqual([1, 0]);
    expect(await store.claimed()).toEqual([]);
  });
});

describe("a forum post whose answer gets no reaction", () => {
  it("gets the forum's tag for that after a day, and loses it with the next words", async () => {
    const { guild, ana, forum, answer, passes } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    await answer(thread.id);
    await passes(23);
    expect(tagsOf(guild, thread.id)).toEqual([]);
    await passes(1);
    expect(tagsOf(guild, thread.id)).toEqual(["💤 Idle"]);
    ana.says(thread.id, "I am back");
    await guild.until(() => tagsOf(guild, thread.id).length === 0 || undefined);
  });

  it("is solved by a press, whichever of the two tags is changed first", async () => {
    const { guild, ana, forum, answer, passes } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    const first = await answer(thread.id);
    await passes(24);
    await ana.presses(first, "Solved");
    await answer(thread.id, 1);
    await guild.until(() => tagsOf(guild, thread.id).join() === "✅ Solved" || undefined);
  });

  it("loses it also where only somebody else writes", async () => {
    const { guild, ana, bo, forum, answer, passes } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    await answer(thread.id);
    await passes(24);
    bo.says(thread.id, "did you look under the mat?");
    await guild.until(() => tagsOf(guild, thread.id).length === 0 || undefined);
  });

  it("stays as it is where the forum has no such tag, the bot may not set it, or the post is archived", async () => {
    for (const wanted of [{ isArchived: true }, { tags: ["open"] }, { mayTag: false }]) {
      const { guild, ana, forum, answer, heard, passes, waits } = await open(wanted);
      const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
      await answer(thread.id);
      await passes(3);
      await answer(thread.id, 1);
      if ("isArchived" in wanted) guild.archive(thread.id);
      await heard();
      await passes(21);
      expect(tagsOf(guild, thread.id)).toEqual([]);
      expect(await waits()).toEqual([]);
    }
  });
});
