import { describe, expect, it } from "vitest";
import { labelsOf, shown, startDiscord, textOf } from "./start-discord.ts";

/** A watched channel with the message content intent, and one that is not watched. */
async function open(mode = "questions", settings: Readonly<Record<string, string>> = {}) {
  let help = "";
  const started = await startDiscord({
    guild: { privileged: ["MessageContent"] },
    settings,
    prepare: (guild) => {
      help = guild.channel("help");
      return { DISCORD_HELP_CHANNELS: `${help}:${mode}` };
    },
  });
  return { ...started, help };
}

describe("commands", () => {
  it("answer to who gave them alone", async () => {
    const { ana, bo, channel, said } = await startDiscord();
    const outcome = await ana.types(channel, "aws-help", { question: "my key is lost" });
    expect(outcome).toMatchObject({ kind: "replied", message: { visibleTo: ana.id } });
    expect(textOf(shown(outcome))).toContain("Look under the **mat**");
    expect(said(channel, bo)).toEqual([]);
  });

  it("show the topics and what to type where they stand alone", async () => {
    const { ana, channel } = await startDiscord();
    const message = shown(await ana.types(channel, "aws-help"));
    expect(labelsOf(message)).toEqual(expect.arrayContaining(["A key", "A window", "Describe it myself"]));
    expect(textOf(message)).toContain("/aws-help ");
  });

  it("are answered in direct messages as everything is there", async () => {
    const { ana } = await startDiscord();
    const message = shown(await ana.types(ana.dm, "aws-help", { question: "my window is stuck" }));
    expect(message.visibleTo).toBeUndefined();
    expect(textOf(message)).toContain("The window does not open");
    expect(labelsOf(message)).not.toContain("Share with the channel");
  });

  it("offer the titles that fit while a question is typed", async () => {
    const { ana, channel } = await startDiscord();
    expect(await ana.completes(channel, "aws-help", { option: "question", value: "lost k" })).toMatchObject({
      kind: "choices",
      choices: [{ name: "I lost the key", value: "I lost the key" }],
    });
  });

  it("find an answer to somebody's message, for who looks alone", async () => {
    const { ana, bo, channel, said } = await startDiscord();
    const asked = bo.says(channel, "my window is stuck");
    const message = shown(await ana.usesContextMenu("Find an answer", asked));
    expect(textOf(message)).toContain("The window does not open");
    expect(said(channel, bo)).toEqual([]);
  });
});

describe("messages", () => {
  it("in private are answered there, and go on as one conversation", async () => {
    const { ana, answer } = await startDiscord();
    ana.says(ana.dm, "my key is lost");
    expect(textOf(await answer(ana.dm))).toContain("Look under the **mat**");
    ana.says(ana.dm, "still not working");
    expect(textOf(await answer(ana.dm, 1))).toContain("Look once more");
  });

  it("that mention the bot are answered by a reply; others, and the bot's own, are left alone", async () => {
    const { ana, channel, said, answer, settled } = await startDiscord();
    ana.says(channel, "my key is lost");
    const asked = ana.says(channel, "@signpost my key is lost");
    expect(await answer()).toMatchObject({ reference: { message: asked.id }, mentions: { users: [] } });
    await settled();
    expect(said().length).toBe(1);
  });

  it("that reply to the bot go on with its conversation, also without a ping", async () => {
    const { ana, bo, help, answer } = await open();
    const asked = ana.says(help, "@signpost my key is lost");
    const first = await answer(help);
    ana.says(help, "still not working", { replyTo: first, pings: false });
    const second = await answer(help, 1);
    expect(textOf(second)).toContain("Look once more");
    expect(second.reference?.message).toBe(asked.id);
    bo.says(help, "my window is stuck", { replyTo: second });
    expect((await answer(help, 2)).reference?.message).toBe(asked.id);
  });

  it("to everyone, to a role, edited, of bots and to others are not for it", async () => {
    const { guild, ana, bo, channel, said, settled } = await startDiscord();
    guild.role("signposters");
    ana.says(channel, "@everyone my key is lost");
    ana.says(channel, "@signposters my key is lost");
    ana.edits(ana.says(channel, "hello"), "@signpost my key is lost");
    bo.says(channel, "my key is lost", { replyTo: ana.says(channel, "who is there?") });
    await settled();
    expect(said()).toEqual([]);
  });
});

describe("a help channel", () => {
  it("is answered by a reply where the answer is known, and silent where it is not", async () => {
    const { ana, help, said, answer, settled } = await open();
    const asked = ana.says(help, "my key is lost");
    expect((await answer(help)).reference?.message).toBe(asked.id);
    ana.says(help, "hello everybody");
    ana.says(help, "does anybody know a good restaurant in town");
    await settled();
    expect(said(help).length).toBe(1);
  });

  it("is answered in a thread under the question where that is wanted, which goes on there", async () => {
    const { ana, help, said, answer, channel } = await open("questions", { DISCORD_ANSWER_IN: "thread" });
    const { id: thread } = ana.says(help, "my key is lost");
    expect(textOf(await answer(thread))).toContain("Look under the **mat**");
    expect(said(help)).toEqual([]);
    ana.says(thread, "still not working");
    const second = await answer(thread, 1);
    expect(textOf(second)).toContain("Look once more");
    await ana.presses(second, "Solved");
    expect(textOf(await answer(thread, 2))).toContain("Glad");
    ana.says(channel, "@signpost my key is lost");
    await answer(channel);
  });

  it("is answered by a reply where no thread may be opened", async () => {
    const { guild, ana, help, answer } = await open("questions", { DISCORD_ANSWER_IN: "thread" });
    guild.deny(help, ["CreatePublicThreads"]);
    const asked = ana.says(help, "my key is lost");
    expect((await answer(help)).reference?.message).toBe(asked.id);
  });

  it("with the mode mentions waits to be mentioned", async () => {
    const { ana, help, said, answer, heard } = await open("mentions");
    ana.says(help, "my key is lost");
    await heard();
    expect(said(help)).toEqual([]);
    ana.says(help, "@signpost my key is lost");
    await answer(help);
  });

  it("goes on as long as nobody else has joined, and then where it is spoken to", async () => {
    const { ana, bo, help, said, answer, heard } = await open();
    const asked = ana.says(help, "my key is lost");
    await answer(help);
    ana.says(help, "still not working", { replyTo: asked });
    expect(textOf(await answer(help, 1))).toContain("Look once more");
    bo.says(help, "I had that once", { replyTo: asked });
    await heard();
    ana.says(help, "still not working", { replyTo: asked });
    await heard();
    expect(said(help).length).toBe(2);
    ana.says(help, "@signpost still not working", { replyTo: asked });
    await answer(help, 2);
  });

  it("lets who asked remove what was said unasked, and nobody else", async () => {
    const { guild, ana, bo, help, said, answer } = await open();
    ana.says(help, "my key is lost");
    const message = await answer(help);
    const refused = shown(await bo.presses(message, "Not helpful, remove it"));
    expect(textOf(refused)).toMatch(/^Only the person who asked/);
    await ana.presses(message, "Not helpful, remove it");
    await guild.until(() => (said(help).length === 0 ? true : undefined));
  });

  it("is answered in its language", async () => {
    const { ana, help, answer } = await open("all:vi");
    ana.says(help, "@signpost 123");
    expect(textOf(await answer(help))).toMatch(/mình|bạn/i);
  });
});
