import { describe, expect, it, onTestFinished } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { createLog } from "../../../src/insight/log.ts";
import { startSmallPack } from "../../small-pack.ts";
import { until } from "../../until.ts";
import { bot, type Guild, lan, messageOf, minh, openGuild } from "./guild.ts";

async function connect(): Promise<Guild> {
  return (await connectBoth()).guild;
}

async function connectBoth() {
  const guild = await openGuild();
  const settings = { DISCORD_TOKEN: "a.token.here", DISCORD_API_URL: guild.apiUrl };
  const discord = createDiscord({ settings, log: createLog("silent") });
  const core = startSmallPack();
  await discord.start(core);
  onTestFinished(() => discord.stop());
  return { guild, discord };
}

const interaction = (id: string, fields: object) => ({
  id,
  application_id: "900",
  token: `token-${id}`,
  version: 1,
  channel_id: "500",
  channel: { id: "500", type: 1 },
  locale: "en-US",
  user: lan,
  entitlements: [],
  authorizing_integration_owners: {},
  attachment_size_limit: 1,
  ...fields,
});

const slash = (id: string, question?: string) => {
  const options = question === undefined ? [] : [{ name: "question", type: 3, value: question }];
  return interaction(id, { type: 2, data: { id: "1", name: "aws-help", type: 1, options } });
};

const posts = ({ calls }: Guild) =>
  calls.filter(({ method, path }) => method === "POST" && path.endsWith("/messages")).map(({ body }) => body);
const callbacks = ({ calls }: Guild) =>
  calls
    .filter(({ path }) => path.includes("/callback"))
    .map(({ body }) => body as { type: number; data: unknown });

describe("Discord", () => {
  it("registers the slash command when it connects, in Vietnamese too", async () => {
    const { calls } = await connect();
    const put = await until(() =>
      calls.find(({ method, path }) => method === "PUT" && path.endsWith("/commands")),
    );
    expect(put.body).toMatchObject([
      { name: "aws-help", description_localizations: { vi: expect.any(String) } },
    ]);
  });

  it("answers a direct message with steps and buttons, and pings nobody", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", messageOf({ id: "1", channel_id: "500", content: "my key is lost" }));
    const body = await until(() => posts(guild)[0]);
    expect(body.content).toContain("Look under the **mat**");
    expect(body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
    expect(JSON.stringify(body.components)).toContain("1.solved.lost-key.en");
  });

  it("answers the same message only once when it comes twice", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", messageOf({ id: "1", channel_id: "500", content: "my key is lost" }));
    guild.dispatch("MESSAGE_CREATE", messageOf({ id: "1", channel_id: "500", content: "my key is lost" }));
    guild.dispatch("MESSAGE_CREATE", messageOf({ id: "2", channel_id: "500", content: "window is stuck" }));
    await until(() => posts(guild)[1]);
    expect(posts(guild)).toHaveLength(2);
  });

  it("answers the slash command", async () => {
    const guild = await connect();
    guild.dispatch("INTERACTION_CREATE", slash("11", "window will not open"));
    const { type, data } = await until(() => callbacks(guild)[0]);
    expect(type).toBe(4);
    expect(JSON.stringify(data)).toContain("The window does not open");
  });

  it("offers the titles that fit while the question is being typed", async () => {
    const guild = await connect();
    const options = [{ name: "question", type: 3, value: "lost k", focused: true }];
    guild.dispatch(
      "INTERACTION_CREATE",
      interaction("14", { type: 4, data: { id: "1", name: "aws-help", type: 1, options } }),
    );
    const { type, data } = await until(() => callbacks(guild)[0]);
    expect(type).toBe(8);
    expect(data).toMatchObject({ choices: [{ name: "I lost the key", value: "I lost the key" }] });
  });

  it("shows the topics when the slash command stands alone", async () => {
    const guild = await connect();
    guild.dispatch("INTERACTION_CREATE", slash("12"));
    expect(JSON.stringify((await until(() => callbacks(guild)[0])).data)).toContain("1.show.lost-key.en");
  });

  it("answers a press on a message from before", async () => {
    const guild = await connect();
    const message = messageOf({ id: "33", channel_id: "500", author: bot });
    const data = { custom_id: "1.stuck.lost-key.en", component_type: 2 };
    guild.dispatch("INTERACTION_CREATE", interaction("13", { type: 3, data, message }));
    expect(JSON.stringify((await until(() => callbacks(guild)[0])).data)).toContain("Look once more");
  });

  it("leaves bots and itself alone", async () => {
    const guild = await connect();
    guild.dispatch(
      "MESSAGE_CREATE",
      messageOf({ id: "3", channel_id: "500", author: bot, content: "my key is lost" }),
    );
    guild.dispatch("MESSAGE_CREATE", messageOf({ id: "4", channel_id: "500", content: "my key is lost" }));
    await until(() => posts(guild)[0]);
    expect(posts(guild)).toHaveLength(1);
  });
});

describe("Discord in a server", () => {
  const inServer = { channel_id: "600", guild_id: "800", channel_type: 0 };
  const mention = (id: string, content: string, others: object = {}) =>
    messageOf({ ...inServer, id, content: `<@900> ${content}`, mentions: [bot], ...others });
  const member = (user: object) => ({
    user,
    roles: [],
    joined_at: "2026-01-01T00:00:00.000Z",
    permissions: "8",
    flags: 0,
  });
  const press = (id: string, { token, by, on }: { token: string; by: object; on: object }) =>
    interaction(id, {
      type: 3,
      guild_id: "800",
      channel_id: "600",
      channel: { id: "600", type: 0 },
      user: undefined,
      member: member(by),
      data: { custom_id: token, component_type: 2 },
      message: messageOf({ ...inServer, ...on }),
    });
  const ofBot = {
    author: bot,
    type: 19,
    message_reference: { message_id: "31", channel_id: "600", guild_id: "800" },
  };

  it("answers a mention as a reply to it", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", mention("31", "my key is lost"));
    const body = await until(() => posts(guild)[0]);
    expect(body.content).toContain("I lost the key");
    expect(body).toMatchObject({ message_reference: { message_id: "31" } });
  });

  it("leaves messages that do not mention it alone", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", messageOf({ ...inServer, id: "30", content: "my key is lost" }));
    guild.dispatch("MESSAGE_CREATE", mention("31", "my key is lost"));
    await until(() => posts(guild)[0]);
    expect(posts(guild)).toHaveLength(1);
  });

  it("goes on in one conversation with a reply to its answer, and refers to where it began", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", mention("31", "my key is lost"));
    await until(() => posts(guild)[0]);
    const reply = { type: 19, message_reference: { message_id: "777", channel_id: "600", guild_id: "800" } };
    guild.dispatch("MESSAGE_CREATE", mention("32", "still not working", reply));
    const body = await until(() => posts(guild)[1]);
    expect(body.content).toContain("Look once more");
    expect(body).toMatchObject({ message_reference: { message_id: "31" } });
  });

  it("answers the asker's press for all, and somebody else's to them alone", async () => {
    const guild = await connect();
    guild.dispatch("MESSAGE_CREATE", mention("31", "my key is lost"));
    await until(() => posts(guild)[0]);
    const on = { ...ofBot, id: "777" };
    guild.dispatch("INTERACTION_CREATE", press("21", { token: "1.stuck.lost-key.en", by: lan, on }));
    expect((await until(() => posts(guild)[1])).content).toContain("Look once more");
    guild.dispatch("INTERACTION_CREATE", press("22", { token: "1.solved.lost-key.en", by: minh, on }));
    const own = await until(() => callbacks(guild).find(({ type }) => type === 4));
    expect(own.data).toMatchObject({ flags: 4 + 64 });
    expect(JSON.stringify(own.data)).toContain("Only the person who asked");
  });

  it("answers the slash command to who gave it alone", async () => {
    const guild = await connect();
    const given = { ...slash("23", "my key is lost"), guild_id: "800", user: undefined, member: member(lan) };
    guild.dispatch("INTERACTION_CREATE", given);
    expect((await until(() => callbacks(guild)[0])).data).toMatchObject({ flags: 4 + 64 });
  });

  it("delivers a late answer to a command by direct message", async () => {
    const { guild, discord } = await connectBoth();
    const address = {
      adapter: "discord",
      data: JSON.stringify({ channel: "600", user: minh.id, direct: true }),
    };
    const answer = { locale: "en", title: "Late", blocks: [], buttons: [] } as const;
    await discord.deliver(address, answer, { audience: "all", key: "k" });
    const sent = guild.calls.filter(({ path }) => path.endsWith("/messages"));
    expect(sent.map(({ path }) => path)).toEqual(["/channels/501/messages"]);
  });
});
