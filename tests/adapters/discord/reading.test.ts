import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { answerOf, coreSaying } from "../../support/core-saying.ts";
import { startDiscord, textOf } from "./start-discord.ts";

const words = "lost my MFA phone";

/** What reaches the core from a watched channel, a DM and the context menu; nothing is answered. */
async function open({ intent = true } = {}) {
  let help = "";
  const { core, heard } = coreSaying({ kind: "silence", because: "it is a test" });
  const started = await startDiscord({
    core,
    guild: intent ? { privileged: ["MessageContent"] } : {},
    prepare: (guild) => {
      help = guild.channel("help");
      return { DISCORD_HELP_CHANNELS: `${help}:all` };
    },
  });
  const { guild, ana, settled } = started;
  let count = 0;
  const author = { id: ana.id, username: "ana", discriminator: "0" };
  /** A message event as Discord sends it, with only what always stands in one. */
  const raw = (fields: object, channel: string, isDirect = false) => {
    count += 1;
    guild.faults.dispatch("MESSAGE_CREATE", {
      id: String(1_500_000_000_000_000_000n + BigInt(count)),
      type: 0,
      ...{ channel_id: channel, author, content: "", timestamp: "2026-01-01T00:00:00Z" },
      ...(isDirect ? { channel_type: 1 } : { guild_id: guild.guildId, channel_type: 0 }),
      ...fields,
    });
  };
  const all = async (): Promise<readonly Incoming[]> => {
    await settled();
    return heard;
  };
  return { ...started, help, raw, all };
}

const inputs = (incoming: readonly Incoming[]) => incoming.map(({ input }) => input);

const empty = { mentions: [], mention_roles: [], attachments: [], embeds: [], components: [] };
const snapshot = (message: object) => ({
  flags: 16_384,
  message_reference: { type: 1, channel_id: "123456789012345678", message_id: "123456789012345679" },
  message_snapshots: [
    { message: { type: 0, content: "", ...empty, timestamp: "2026-01-01T00:00:00Z", ...message } },
  ],
});
const display = { type: 10, id: 1, content: words };

const shapes: readonly (readonly [string, object])[] = [
  ["a forward", snapshot({ content: words })],
  ["a forwarded embed", snapshot({ embeds: [{ type: "rich", description: words }] })],
  ["a forwarded text display", snapshot({ components: [display] })],
  ["an embed's description", { embeds: [{ type: "rich", description: words }] }],
  ["an embed's title", { embeds: [{ type: "rich", title: words }] }],
  ["a link's preview without anything else", { embeds: [{ type: "article", title: words }] }],
  ["a text display", { flags: 32_768, components: [display] }],
  ["a text display in a container", { components: [{ type: 17, components: [display] }] }],
  [
    "a text display in a section",
    {
      components: [
        {
          type: 9,
          components: [display],
          accessory: { type: 2, style: 1, label: "Press", custom_id: "press" },
        },
      ],
    },
  ],
  [
    "a poll",
    {
      poll: {
        question: { text: words },
        answers: [{ answer_id: 1, poll_media: { text: "yes" } }],
        expiry: null,
        allow_multiselect: false,
        layout_type: 1,
      },
    },
  ],
  [
    "a text beside nulls",
    {
      content: words,
      ...{ embeds: null, components: null, attachments: null, mentions: null, mention_roles: null },
      ...{ message_reference: null, referenced_message: null, webhook_id: null, poll: null, flags: null },
      ...{ activity: null, application: null, thread: null, role_subscription_data: null, resolved: null },
      ...{ sticker_items: null, interaction_metadata: null, message_snapshots: null, member: null },
      ...{ reactions: null, call: null, nonce: null, position: null, stickers: null },
    },
  ],
  ["a text beside absent fields", { content: words }],
  ["an embed beside nulls", { content: null, embeds: [{ description: words, title: null, fields: null }] }],
];

describe("the words are read", () => {
  it.each(shapes)("of %s, in a DM and in a watched channel", async (_, fields) => {
    const { ana, help, raw, all } = await open();
    raw({ ...empty, ...fields }, ana.dm, true);
    raw({ ...empty, ...fields }, help);
    const question = { kind: "question", text: words, hasPicture: false };
    expect(inputs(await all())).toEqual([question, question]);
  });

  it("of a field of an embed, by its name and value", async () => {
    const { ana, raw, all } = await open();
    raw({ embeds: [{ fields: [{ name: "Problem", value: words }] }] }, ana.dm, true);
    expect(inputs(await all())).toMatchObject([{ text: `Problem\n${words}` }]);
  });

  it("and not the preview of a link beside them", async () => {
    const { ana, raw, all } = await open();
    raw({ content: words, embeds: [{ type: "link", title: "AWS" }] }, ana.dm, true);
    expect(inputs(await all())).toMatchObject([{ text: words }]);
  });

  it("and a forwarded picture is seen", async () => {
    const { ana, raw, all } = await open();
    const picture = { id: "1", filename: "a.png", content_type: "image/png", size: 9, url: "https://x.y" };
    raw(snapshot({ attachments: [picture] }), ana.dm, true);
    expect(inputs(await all())).toMatchObject([{ text: "", hasPicture: true }]);
  });

  it("after a forward, of replies to the message that was forwarded", async () => {
    const { ana, help, raw, all } = await open();
    const asked = ana.says(help, "first");
    const { message_snapshots } = snapshot({ content: words });
    const reference = { type: 1, channel_id: help, message_id: "123456789012345679" };
    raw({ message_reference: reference, message_snapshots }, help);
    raw(
      {
        type: 19,
        content: "more",
        message_reference: { channel_id: help, message_id: reference.message_id },
      },
      help,
    );
    expect(asked.content).toBe("first");
    expect(inputs(await all())).toMatchObject([{ text: "first" }, { text: words }, { text: "more" }]);
  });

  it("of a voice message, which is no picture", async () => {
    const { ana, raw, all } = await open();
    const voice = {
      id: "1",
      ...{ filename: "voice-message.ogg", content_type: "audio/ogg", size: 9, url: "https://x.y" },
      ...{ duration_secs: 2, waveform: "AA==" },
    };
    raw({ flags: 8192, attachments: [voice] }, ana.dm, true);
    raw({ flags: 8192, attachments: [{ ...voice, description: words }] }, ana.dm, true);
    expect(inputs(await all())).toMatchObject([
      { text: "", hasPicture: false },
      { text: words, hasPicture: false },
    ]);
  });
});

describe("an attached text", () => {
  /** A server that answers every request with these words. */
  async function serve(): Promise<string> {
    const server = createServer((_, response) => void response.end(words));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    return typeof address === "object" && address ? `http://127.0.0.1:${address.port}/message.txt` : "";
  }
  const file = (url: string, size = 17) => ({
    id: "1",
    filename: "message.txt",
    content_type: "text/plain; charset=utf-8",
    ...{ size, url },
  });

  it("is read with the words beside it, by a mention, in a DM and by the context menu", async () => {
    const { ana, channel, all } = await open();
    const attachments = [{ filename: "message.txt", contentType: "text/plain; charset=utf-8", text: words }];
    ana.says(ana.dm, "", { attachments });
    const message = ana.says(channel, "@signpost help", { attachments });
    void ana.usesContextMenu("Find an answer", message);
    const heard = inputs(await all()).toSorted((one, other) =>
      JSON.stringify(one) < JSON.stringify(other) ? 1 : -1,
    );
    const question = { kind: "question", hasPicture: false };
    const long = { ...question, text: `help\n${words}` };
    expect(heard).toMatchObject([{ ...question, text: words }, long, long]);
  });

  it("is fetched from Discord alone, is never a picture, and is asked for only if it is small", async () => {
    const { guild, ana, raw, all } = await open();
    const elsewhere = await serve();
    const here = new URL("/attachments/message.txt", guild.restUrl).href;
    raw({ content: "see", attachments: [file(elsewhere)] }, ana.dm, true);
    raw({ content: "see", attachments: [file("not an address")] }, ana.dm, true);
    raw({ content: "see", attachments: [file(here, 5_000_000)] }, ana.dm, true);
    const question = { kind: "question", text: "see", hasPicture: false };
    expect(inputs(await all())).toEqual([question, question, question]);
  });
});

describe("the bot's own role", () => {
  const role = (guild: string, tags: object) => ({
    guild_id: guild,
    role: {
      id: "123456789012345670",
      ...{ name: "signpost", managed: true, tags, permissions: "0", position: 1, color: 0, hoist: false },
      ...{ colors: { primary_color: 0 }, mentionable: false, flags: 0 },
    },
  });
  const mention = { content: `<@&123456789012345670> ${words}`, mention_roles: ["123456789012345670"] };

  it.each(["GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"])("is a mention of the bot after %s", async (event) => {
    const { guild, channel, raw, all } = await open();
    guild.faults.dispatch(event, role(guild.guildId, { bot_id: guild.botUserId }));
    raw(mention, channel);
    expect(await all()).toMatchObject([{ addressed: true, input: { text: words } }]);
  });

  it("is not meant by other roles", async () => {
    const { guild, channel, raw, all } = await open();
    guild.faults.dispatch("GUILD_ROLE_CREATE", role(guild.guildId, { bot_id: "123456789012345699" }));
    raw(mention, channel);
    expect(await all()).toEqual([]);
  });
});

describe("a bare mention", () => {
  it("in reply to somebody's question asks that question", async () => {
    const { ana, bo, channel, all } = await open();
    const question = ana.says(channel, words);
    bo.says(channel, "@signpost", { replyTo: question });
    expect(await all()).toMatchObject([{ name: "bo", addressed: true, input: { text: words } }]);
  });
});

describe("left alone are", () => {
  it.each(["@everyone", "@here"])("messages to %s, unless they mention the bot", async (all) => {
    const { ana, help, raw, all: heard } = await open();
    raw({ content: `${all} ${words}`, mention_everyone: true }, help);
    ana.says(help, `${all} ${words}`);
    ana.says(help, `${all} @signpost ${words}`);
    expect(await heard()).toMatchObject([{ addressed: true }]);
  });

  it("Discord's own robots, bots, webhooks and system messages", async () => {
    const { ana, help, raw, all } = await open();
    const system = { id: "643945264868098049", username: "discord", discriminator: "0", system: true };
    raw({ content: words, author: system }, ana.dm, true);
    raw({ content: words, author: { ...system, id: "2", system: false, bot: true } }, help);
    raw({ content: words, webhook_id: "3" }, help);
    raw({ content: words, type: 7 }, help);
    expect(await all()).toEqual([]);
  });
});

describe("a reply that the bot may not read", () => {
  const shared = { kind: "answer", answer: answerOf("Shared"), audience: "all" } as const;

  it("to a shared answer is told once how to be heard", async () => {
    const { core, heard } = coreSaying(shared);
    const { guild, ana, channel, said, answer, settled } = await startDiscord({ core });
    ana.says(channel, "@signpost question");
    const root = await answer();
    const before = heard.length;
    for (const text of ["and now?", "hello?"]) ana.says(channel, text, { replyTo: root, pings: false });
    await settled();
    const texts = said(channel).map(textOf);
    expect(texts).toEqual(["Shared", core.surface().cantRead]);
    expect(heard.length).toBe(before);
    expect(guild.calls.filter(({ status }) => status >= 400)).toEqual([]);
  });

  it("to people is left alone", async () => {
    const { core } = coreSaying(shared);
    const { ana, bo, channel, said, settled } = await startDiscord({ core });
    const question = bo.says(channel, "who knows?");
    ana.says(channel, "me", { replyTo: question });
    await settled();
    expect(said(channel)).toEqual([]);
  });
});
