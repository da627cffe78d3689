import { describe, expect, it } from "vitest";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { coreSaying } from "../../support/core-saying.ts";
import { startDiscord } from "./start-discord.ts";

/** What reaches the core, in a watched text channel and elsewhere; nothing is answered. */
async function open() {
  let help = "";
  const { core, heard: incoming } = coreSaying({ kind: "silence", because: "it is a test" });
  const started = await startDiscord({
    core,
    guild: { privileged: ["MessageContent"] },
    prepare: (guild) => {
      help = guild.channel("help");
      return { DISCORD_HELP_CHANNELS: `${help}:all:vi` };
    },
  });
  const { guild, settled } = started;
  /** All that reached the core, once the bot has ended. */
  const all = async (): Promise<readonly Incoming[]> => {
    await settled();
    return incoming;
  };
  return { ...started, help, all, server: `discord/${guild.guildId}` };
}

describe("the core hears", () => {
  it("a question in a help channel, with who asks, the mode and the language", async () => {
    const { ana, help, all, server } = await open();
    const { id } = ana.says(help, "my key is lost <@!900000000000000001>?");
    expect(await all()).toMatchObject([
      {
        id: `discord/message/${id}`,
        conversation: `${server}/${help}/${id}`,
        person: `discord/${ana.id}`,
        name: "ana",
        place: "channel",
        locale: "vi",
        input: { kind: "question", text: "my key is lost  ?", hasPicture: false },
      },
    ]);
  });

  it("replies among people as one conversation, unasked and with who began it", async () => {
    const { ana, bo, help, all, server } = await open();
    const first = ana.says(help, "my key is lost");
    const second = bo.says(help, "where was it?", { replyTo: first });
    ana.says(help, "in my coat", { replyTo: second, attachments: [{ filename: "coat.png" }] });
    const [, ...others] = await all();
    const shared = {
      conversation: `${server}/${help}/${first.id}`,
      addressed: false,
      begunBy: `discord/${ana.id}`,
    };
    expect(others).toMatchObject([
      { ...shared, name: "bo" },
      { ...shared, input: { text: "in my coat", hasPicture: true } },
    ]);
    expect(others.map(({ mode }) => mode)).toEqual([undefined, undefined]);
  });

  it("in a direct message and by a command with the person's own language", async () => {
    const { guild, channel, all, server } = await open();
    const minh = guild.person("minh", { locale: "vi" });
    minh.says(minh.dm, "mất chìa khoá");
    const command = minh.types(channel, "aws-help", { question: "chìa khoá" });
    const [direct, aside] = await all();
    expect(direct).toMatchObject({
      conversation: `discord/direct/${minh.dm}`,
      place: "private",
      addressed: true,
    });
    expect(aside).toMatchObject({
      conversation: `${server}/${channel}/command/${minh.id}`,
      place: "aside",
      locale: "vi",
      name: "minh",
    });
    void command;
  });

  it("a thread under a question as the same conversation", async () => {
    const { guild, ana, help, all, server } = await open();
    const { id } = ana.says(help, "my key is lost");
    await fetch(`${guild.restUrl}/v10/channels/${help}/messages/${id}/threads`, {
      method: "POST",
      headers: { authorization: `Bot ${guild.token}`, "content-type": "application/json" },
      body: JSON.stringify({ name: "Key" }),
    });
    ana.says(id, "it is still lost");
    const [question, later] = await all();
    expect(later?.conversation).toBe(question?.conversation);
    expect(later?.conversation).toBe(`${server}/${help}/${id}`);
  });

  it("nothing of bots, of what they say among themselves, and of what is changed or taken back", async () => {
    const { guild, ana, help, channel, all } = await open();
    const asked = ana.says(channel, "my key is lost");
    ana.edits(asked, "my window is stuck");
    ana.deletes(asked);
    await fetch(`${guild.restUrl}/v10/channels/${help}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${guild.token}`, "content-type": "application/json" },
      body: JSON.stringify({ content: "my key is lost" }),
    });
    expect(await all()).toEqual([]);
  });
});
