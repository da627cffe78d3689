import { describe, expect, it } from "vitest";
import type { Guild } from "../../../local/discord/guild.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { shown, startDiscord, textOf } from "./start-discord.ts";

interface Wanted {
  readonly tags?: readonly string[];
  readonly mayTag?: boolean;
  readonly mode?: string;
  readonly core?: Core;
}

/** A watched forum, where the bot may set tags unless told otherwise. */
async function open({ tags = ["✅ Solved", "open"], mayTag = true, mode = "questions", core }: Wanted = {}) {
  let forum = "";
  const started = await startDiscord({
    guild: { privileged: ["MessageContent"] },
    ...(core && { core }),
    prepare: (guild) => {
      forum = guild.forum("help", { tags });
      if (mayTag) guild.allow(forum, ["ManageThreads"]);
      return { DISCORD_HELP_CHANNELS: `${forum}:${mode}` };
    },
  });
  return { ...started, forum };
}

function tagsOf({ data }: Guild, thread: string): readonly string[] {
  const found = data.channels.find(({ id }) => id === thread);
  const forum = found?.kind === "thread" ? data.channels.find(({ id }) => id === found.parent) : undefined;
  if (found?.kind !== "thread" || forum?.kind !== "forum") throw new Error(`${thread} is no post`);
  return found.appliedTags.map((id) => forum.tags.find((tag) => tag.id === id)?.name ?? "");
}

describe("a post in a watched forum", () => {
  it("is answered in it, its title being part of the question, and goes on without mentions", async () => {
    const { ana, forum, answer } = await open();
    const { thread } = ana.posts(forum, { title: "my key", text: "is lost" });
    expect(textOf(await answer(thread.id))).toContain("I lost the key");
    ana.says(thread.id, "still not working");
    expect(textOf(await answer(thread.id, 1))).toContain("Look once more");
  });

  it("is left to the people in it once somebody else has joined", async () => {
    const { ana, bo, forum, answer, said, heard } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please help" });
    await answer(thread.id);
    bo.says(thread.id, "I know that one");
    ana.says(thread.id, "still not working");
    await heard();
    expect(said(thread.id).length).toBe(1);
  });

  it("gets its tag also where Discord takes its time over it: the press is acknowledged before", async () => {
    const { guild, ana, clock, forum, answer } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    const first = await answer(thread.id);
    guild.faults.next({ on: "PATCH /channels/{channel}", kind: "slow", ms: 10_000 });
    expect((await ana.presses(first, "Solved")).kind).toBe("acknowledged");
    await clock.advance(10_000);
    expect(textOf(await answer(thread.id, 1))).toMatch(/^-# Marked as solved/);
  });

  it("gets the tag for what is solved, with the reason, and loses it where it is not", async () => {
    const { guild, ana, forum, answer } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please", tags: ["open"] });
    const first = await answer(thread.id);
    await ana.presses(first, "Solved");
    const closing = await answer(thread.id, 1);
    expect(tagsOf(guild, thread.id)).toEqual(["open", "✅ Solved"]);
    expect(textOf(closing)).toMatch(/^-# Marked as solved by ana/);
    await ana.presses(first, "Still stuck");
    await answer(thread.id, 2);
    expect(tagsOf(guild, thread.id)).toEqual(["open"]);
  });

  it("keeps its tag where a person changes the language", async () => {
    const { guild, ana, forum, answer } = await open({ core: startOurs() });
    const { thread } = ana.posts(forum, {
      title: "AWS root user",
      text: "I forgot the password of my root user",
    });
    const first = await answer(thread.id);
    await ana.presses(first, "Solved");
    await answer(thread.id, 1);
    await ana.presses(first, "Tiếng Việt");
    await answer(thread.id, 2);
    expect(tagsOf(guild, thread.id)).toEqual(["✅ Solved"]);
  });

  it("is marked in words alone where the forum has no such tag, or the bot may not set it", async () => {
    for (const wanted of [{ tags: ["open"] }, { mayTag: false }]) {
      const { guild, ana, forum, answer } = await open(wanted);
      const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
      await ana.presses(await answer(thread.id), "Solved");
      expect(textOf(await answer(thread.id, 1))).not.toContain("Marked");
      expect(tagsOf(guild, thread.id)).toEqual([]);
    }
  });

  it("is not marked by somebody else", async () => {
    const { guild, ana, bo, forum, answer } = await open();
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    expect(textOf(shown(await bo.presses(await answer(thread.id), "Solved")))).toContain("Only the person");
    expect(tagsOf(guild, thread.id)).toEqual([]);
  });

  it("waits for a mention where the mode says so, and may be archived", async () => {
    const { guild, ana, forum, answer, said, heard } = await open({ mode: "mentions" });
    const { thread } = ana.posts(forum, { title: "my key is lost", text: "please" });
    await heard();
    expect(said(thread.id)).toEqual([]);
    guild.archive(thread.id);
    ana.says(thread.id, "@signpost my key is lost");
    expect(textOf(await answer(thread.id))).toContain("I lost the key");
  });
});
