import { describe, expect, it, onTestFinished } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { createLog } from "../../../src/insight/log.ts";
import { openGuild } from "../../playground/discord/connect-app.ts";
import { startSmallPack } from "../../small-pack.ts";

async function connect() {
  const opened = await openGuild();
  const { guild } = opened;
  const settings = { DISCORD_TOKEN: guild.token, DISCORD_API_URL: guild.restUrl };
  const discord = createDiscord({ settings, log: createLog("silent") });
  await discord.start(startSmallPack());
  onTestFinished(() => discord.stop());
  /** The bot's messages that somebody sees there, once there are so many. */
  const answers = async (person: { readonly id: string }, channel: string, count: number) => {
    const own = () =>
      guild.messagesSeenBy(person, channel).filter(({ author }) => author === guild.botUserId);
    await guild.until(() => own()[count - 1]);
    return own();
  };
  const answer = async (person: { readonly id: string }, channel: string, count = 1) => {
    const last = (await answers(person, channel, count)).at(-1);
    if (!last) throw new Error("no answer");
    return last;
  };
  return { ...opened, discord, answer, answers };
}

describe("Discord", () => {
  it("registers the slash command when it connects, in Vietnamese too", async () => {
    const { guild } = await connect();
    const { body } = await guild.until(() => guild.data.commands[0]);
    expect(body).toMatchObject({
      name: "aws-help",
      description_localizations: { vi: expect.any(String) },
    });
  });

  it("answers a direct message with steps and buttons, and pings nobody", async () => {
    const { ana, answer } = await connect();
    ana.says(ana.dm, "my key is lost");
    const message = await answer(ana, ana.dm);
    expect(message.content).toContain("Look under the **mat**");
    expect(message.mentions).toEqual({ users: [], roles: [], everyone: false });
    expect(JSON.stringify(message.components)).toContain("1.solved.lost-key.en");
  });

  it("answers the same message only once when it comes twice", async () => {
    const { guild, ana, answers } = await connect();
    guild.faults.duplicateNextEvent();
    ana.says(ana.dm, "my key is lost");
    ana.says(ana.dm, "window is stuck");
    expect(await answers(ana, ana.dm, 2)).toHaveLength(2);
  });

  it("is seen once although the acknowledgement of its message was lost", async () => {
    const { guild, ana, answers } = await connect();
    guild.faults.next({ on: "POST /channels/{channel}/messages", kind: "lostAnswer" });
    ana.says(ana.dm, "my key is lost");
    await guild.until(() => guild.calls.filter(({ name }) => name.endsWith("/messages"))[1]);
    expect(await answers(ana, ana.dm, 1)).toHaveLength(1);
  });

  it("offers the titles that fit while the question is being typed", async () => {
    const { guild, ana } = await connect();
    await guild.until(() => guild.data.commands[0]);
    expect(await ana.completes(ana.dm, "aws-help", { option: "question", value: "lost k" })).toMatchObject({
      kind: "choices",
      choices: [{ name: "I lost the key", value: "I lost the key" }],
    });
  });

  it.each([
    ["answers the slash command", { question: "window will not open" }, "The window does not open"],
    ["shows the topics when the slash command stands alone", {}, "1.show.lost-key.en"],
  ])("%s", async (_, options, said) => {
    const { guild, ana } = await connect();
    await guild.until(() => guild.data.commands[0]);
    const outcome = await ana.types(ana.dm, "aws-help", options);
    expect(outcome.kind).toBe("replied");
    expect(JSON.stringify(outcome)).toContain(said);
  });

  it("answers a press on a direct message", async () => {
    const { ana, answer } = await connect();
    ana.says(ana.dm, "my key is lost");
    const outcome = await ana.presses(await answer(ana, ana.dm), "1.stuck.lost-key.en");
    expect(outcome.kind).toBe("replied");
    expect(JSON.stringify(outcome)).toContain("Look once more");
  });
});

describe("Discord in a server", () => {
  it("answers a mention as a reply to it, and leaves other messages and itself alone", async () => {
    const { ana, channel, answers } = await connect();
    ana.says(channel, "my key is lost");
    const said = ana.says(channel, "@signpost my key is lost");
    expect(await answers(ana, channel, 1)).toMatchObject([
      { content: expect.stringContaining("I lost the key"), reference: { message: said.id } },
    ]);
  });

  it("goes on in one conversation with a reply to its answer, and refers to where it began", async () => {
    const { ana, channel, answer } = await connect();
    const said = ana.says(channel, "@signpost my key is lost");
    ana.says(channel, "still not working", { replyTo: await answer(ana, channel) });
    expect(await answer(ana, channel, 2)).toMatchObject({
      content: expect.stringContaining("Look once more"),
      reference: { message: said.id },
    });
  });

  it("answers the asker's press for all, and somebody else's to them alone", async () => {
    const { guild, ana, channel, answer } = await connect();
    const ben = guild.person("ben");
    ana.says(channel, "@signpost my key is lost");
    const first = await answer(ana, channel);
    expect(await ana.presses(first, "1.stuck.lost-key.en")).toEqual({ kind: "acknowledged" });
    expect((await answer(ben, channel, 2)).content).toContain("Look once more");
    const own = await ben.presses(first, "1.solved.lost-key.en");
    expect(own).toMatchObject({ kind: "replied", message: { visibleTo: ben.id } });
    expect(JSON.stringify(own)).toContain("Only the person who asked");
  });

  it("answers the slash command to who gave it alone", async () => {
    const { guild, ana, channel } = await connect();
    await guild.until(() => guild.data.commands[0]);
    const outcome = await ana.types(channel, "aws-help", { question: "my key is lost" });
    expect(outcome).toMatchObject({ kind: "replied", message: { visibleTo: ana.id } });
  });

  it("delivers a late answer to a command by direct message", async () => {
    const { discord, ana, channel, answers } = await connect();
    const data = JSON.stringify({ channel, user: ana.id, direct: true });
    const late = { locale: "en", title: "Late", blocks: [], buttons: [] } as const;
    await discord.deliver({ adapter: "discord", data }, late, { audience: "all", key: "k" });
    expect(await answers(ana, ana.dm, 1)).toMatchObject([{ content: "**Late**" }]);
  });
});
