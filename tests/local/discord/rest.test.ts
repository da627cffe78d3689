import { describe, expect, it } from "vitest";
import { openGuild } from "./connect-app.ts";
import { ask, askAs, flatten } from "./raw.ts";

const code = async (answer: ReturnType<typeof ask>) => (await answer).body.code;

describe("The REST API", () => {
  it("asks for the bot's token, and knows its addresses", async () => {
    const { guild } = await openGuild();
    expect(await askAs(guild, undefined, "GET /users/@me")).toMatchObject({
      status: 401,
      body: { message: "401: Unauthorized", code: 0 },
    });
    expect(await askAs(guild, "Bot wrong", "GET /users/@me")).toMatchObject({ status: 401 });
    expect(await ask(guild, "GET /users/@you")).toMatchObject({ status: 404, body: { code: 10013 } });
    expect(await ask(guild, "GET /nowhere")).toMatchObject({ status: 404, body: { code: 0 } });
    expect(await ask(guild, "DELETE /users/@me")).toMatchObject({ status: 405 });
    const old = await fetch(`${guild.restUrl}/v9/users/@me`);
    expect(await old.json()).toMatchObject({ code: 50041 });
  });

  it("refuses a body that is no JSON", async () => {
    const { guild, channel } = await openGuild();
    const headers = { authorization: `Bot ${guild.token}`, "content-type": "application/json" };
    const url = `${guild.restUrl}/v10/channels/${channel}/messages`;
    const response = await fetch(url, { method: "POST", headers, body: "{" });
    expect(await response.json()).toMatchObject({ code: 50109 });
  });

  it("tells who the app and its server are", async () => {
    const { guild, ana, channel } = await openGuild();
    expect((await ask(guild, "GET /users/@me")).body).toMatchObject({ id: guild.botUserId, bot: true });
    expect((await ask(guild, `GET /users/${ana.id}`)).body).toMatchObject({ username: "ana" });
    expect((await ask(guild, "GET /applications/@me")).body).toMatchObject({ id: guild.applicationId });
    expect((await ask(guild, "GET /oauth2/applications/@me")).body).toMatchObject({
      id: guild.applicationId,
    });
    expect((await ask(guild, `GET /guilds/${guild.guildId}`)).body).toMatchObject({ name: "Learners" });
    expect((await ask(guild, `GET /guilds/${guild.guildId}/channels`)).list).toMatchObject([{ id: channel }]);
    expect((await ask(guild, `GET /guilds/${guild.guildId}/members/${ana.id}`)).body).toMatchObject({
      user: { id: ana.id },
    });
    const stranger = guild.person("stranger", { isMember: false });
    expect(await code(ask(guild, `GET /guilds/${guild.guildId}/members/${stranger.id}`))).toBe(10007);
    expect(await code(ask(guild, `GET /guilds/1/members/${ana.id}`))).toBe(10004);
    expect(await code(ask(guild, "GET /guilds/1"))).toBe(10004);
  });

  it("keeps commands under their ids as long as their names stay", async () => {
    const { guild } = await openGuild();
    const path = `/applications/${guild.applicationId}/commands`;
    const help = { name: "help", description: "d", description_localizations: { vi: "m" } };
    const first = await ask(guild, `POST ${path}`, help);
    expect(first).toMatchObject({ status: 201, body: { name: "help", type: 1 } });
    expect(await ask(guild, `POST ${path}`, { ...help, description: "new" })).toMatchObject({
      status: 200,
      body: { id: first.body.id, description: "new" },
    });
    const put = await ask(guild, `PUT ${path}`, [help, { type: 3, name: "Ask" }]);
    expect(put.list).toMatchObject([{ id: first.body.id, description: "d" }, { type: 3 }]);
    const one = `${path}/${first.body.id}`;
    expect((await ask(guild, `PATCH ${one}`, { description: "changed" })).body).toMatchObject({
      description: "changed",
    });
    expect((await ask(guild, `GET ${one}`)).body).toMatchObject({ description_localizations: { vi: "m" } });
    expect((await ask(guild, `DELETE ${one}`)).status).toBe(204);
    expect((await ask(guild, `GET ${path}`)).list).toMatchObject([{ name: "Ask" }]);
    for (const method of ["GET", "PATCH", "DELETE"])
      expect(await code(ask(guild, `${method} ${one}`, method === "PATCH" ? {} : undefined))).toBe(10063);
    expect(await code(ask(guild, "GET /applications/1/commands"))).toBe(20012);
    const twice = await ask(guild, `PUT ${path}`, [help, help]);
    expect(flatten(twice.body.errors)).toEqual(["1 APPLICATION_COMMANDS_DUPLICATE_NAME"]);
  });
});
