import { describe, expect, it, onTestFinished } from "vitest";
import { createDiscord } from "../../../adapters/discord/index.ts";
import { createLog } from "../../../src/insight/log.ts";
import { handleSmallPack } from "../../small-pack.ts";
import { until } from "../../until.ts";
import { bot, type Guild, lan, messageOf, openGuild } from "./guild.ts";

async function connect(): Promise<Guild> {
  const guild = await openGuild();
  const settings = { DISCORD_TOKEN: "a.token.here", DISCORD_API_URL: guild.apiUrl };
  const discord = createDiscord({ settings, log: createLog("silent") });
  await discord.start(handleSmallPack());
  onTestFinished(() => discord.stop());
  return guild;
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
