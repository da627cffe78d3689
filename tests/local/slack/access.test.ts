import { describe, expect, it } from "vitest";
import { createClient, openWorkspace } from "./connect-app.ts";
import { call } from "./raw-app.ts";

async function post(url: string, body: string, headers: Record<string, string>) {
  const response = await fetch(url, { method: "POST", headers, body });
  return await response.json();
}

describe("The Web API", () => {
  it("says who the app is", async () => {
    const { workspace } = await openWorkspace();
    expect(await createClient(workspace).auth.test()).toMatchObject({
      ok: true,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      team_id: workspace.teamId,
    });
  });

  it("tells tokens apart", async () => {
    const { workspace } = await openWorkspace();
    const test = async (token: string, method = "auth.test") =>
      (await call(workspace, method, {}, { token })).body;
    expect(await test("")).toEqual({ ok: false, error: "not_authed" });
    expect(await test("xoxb-somebody-else")).toEqual({ ok: false, error: "invalid_auth" });
    expect(await test(workspace.appToken)).toEqual({ ok: false, error: "not_allowed_token_type" });
    expect(await test(workspace.botToken, "apps.connections.open")).toEqual({
      ok: false,
      error: "not_allowed_token_type",
    });
  });

  it("takes the token in the header and in the body, and forms as well as JSON", async () => {
    const { workspace } = await openWorkspace();
    const { apiUrl, botToken: token } = workspace;
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect(await post(`${apiUrl}auth.test`, String(new URLSearchParams({ token })), form)).toMatchObject({
      ok: true,
    });
    const json = { "content-type": "application/json; charset=utf-8" };
    expect(await post(`${apiUrl}auth.test`, JSON.stringify({ token }), json)).toMatchObject({ ok: true });
    const response = await fetch(`${apiUrl}auth.test?token=${token}`);
    expect(await response.json()).toMatchObject({ ok: true });
  });

  it.each([
    ["invalid_json", "{", "application/json"],
    ["json_not_object", "[]", "application/json"],
    ["json_not_object", "null", "application/json"],
    ["invalid_post_type", "<xml/>", "text/xml"],
  ])("refuses with %s: %s as %s", async (error, body, type) => {
    const { workspace } = await openWorkspace();
    const headers = { "content-type": type, authorization: `Bearer ${workspace.botToken}` };
    expect(await post(`${workspace.apiUrl}auth.test`, body, headers)).toEqual({ ok: false, error });
  });

  it.each([
    ["a channel that can't be read as text", { channel: { toString: null }, text: "t" }, "invalid_arguments"],
    ["names that every object has", { channel: "constructor", text: "t" }, "channel_not_found"],
  ])("is not broken by %s", async (_, args, error) => {
    const { workspace } = await openWorkspace();
    expect((await call(workspace, "chat.postMessage", args)).body).toMatchObject({ ok: false, error });
  });

  it("is not broken by what is nested beyond measure, and not by an address that is none", async () => {
    const { workspace } = await openWorkspace();
    const headers = { "content-type": "application/json", authorization: `Bearer ${workspace.botToken}` };
    const nested = `{"trigger_id":"t","view":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect(await post(`${workspace.apiUrl}views.open`, nested, headers)).toMatchObject({ ok: false });
    const { origin } = new URL(workspace.apiUrl);
    expect(await (await fetch(`${origin}//`)).json()).toMatchObject({ ok: false });
  });

  it("knows no other methods, and no other pages", async () => {
    const { workspace } = await openWorkspace();
    expect((await call(workspace, "chat.shout")).body).toEqual({ ok: false, error: "unknown_method" });
    expect((await fetch(new URL("/elsewhere", workspace.apiUrl))).status).toBe(404);
  });

  it.each([
    ["chat.postMessage", "chat:write"],
    ["chat.postEphemeral", "chat:write"],
    ["chat.update", "chat:write"],
    ["chat.delete", "chat:write"],
    ["conversations.open", "im:write"],
    ["conversations.history", "channels:history,groups:history,im:history"],
    ["conversations.replies", "channels:history,groups:history,im:history"],
    ["conversations.info", "channels:read,groups:read,im:read"],
    ["conversations.members", "channels:read,groups:read,im:read"],
    ["conversations.list", "channels:read,groups:read,im:read"],
    ["conversations.join", "channels:join"],
    ["users.info", "users:read"],
  ])("refuses %s without %s", async (method, needed) => {
    const { workspace } = await openWorkspace({ scopes: ["commands"] });
    const { body, headers } = await call(workspace, method);
    expect(body).toEqual({ ok: false, error: "missing_scope", needed, provided: "commands" });
    expect([headers.get("x-oauth-scopes"), headers.get("x-accepted-oauth-scopes")]).toEqual([
      "commands",
      needed,
    ]);
  });

  it("refuses Socket Mode without connections:write", async () => {
    const { workspace } = await openWorkspace({ appScopes: [] });
    const { body } = await call(workspace, "apps.connections.open", {}, { token: workspace.appToken });
    expect(body).toMatchObject({ error: "missing_scope", needed: "connections:write" });
  });

  it("takes one post a second in a channel after a burst", async () => {
    const { workspace, clock, ana, channel } = await openWorkspace({ burst: 2 });
    const send = (to: string) => call(workspace, "chat.postMessage", { channel: to, text: "t" });
    expect([(await send(channel)).status, (await send(channel)).status]).toEqual([200, 200]);
    const refused = await send(channel);
    expect([refused.status, refused.headers.get("retry-after"), refused.body.error]).toEqual([
      429,
      "1",
      "ratelimited",
    ]);
    expect((await send(ana.dm)).status).toBe(200);
    await clock.advance(1000);
    expect([(await send(channel)).status, (await send(channel)).status]).toEqual([200, 429]);
    expect(workspace.messagesSeenBy(ana, channel)).toHaveLength(3);
  });

  it("takes so many calls of a method a minute", async () => {
    const { workspace, channel } = await openWorkspace();
    const ask = () => call(workspace, "conversations.history", { channel });
    const statuses = await Promise.all(Array.from({ length: 51 }, async () => (await ask()).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it("keeps what was called and what was answered", async () => {
    const { workspace, channel } = await openWorkspace();
    await createClient(workspace).chat.postMessage({ channel, text: "t" });
    await call(workspace, "chat.postMessage", { channel });
    expect(workspace.calls).toMatchObject([
      { method: "chat.postMessage", args: { channel, text: "t" }, status: 200, answer: { ok: true } },
      { method: "chat.postMessage", answer: { ok: false, error: "no_text" } },
    ]);
  });
});
