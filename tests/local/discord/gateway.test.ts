import { Events, GatewayIntentBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { createSession } from "../../../local/discord/gateway/session.ts";
import type { Guild } from "../../../local/discord/guild.ts";
import { connectApp, openGuild } from "./connect-app.ts";
import { ask } from "./raw.ts";
import { identify, openSession, usualIntents } from "./raw-session.ts";

const identity = (fields: object) => ({ intents: usualIntents, properties: {}, ...fields });

describe("The gateway", () => {
  it("says hello, acknowledges heartbeats, and asks for nothing else before an identification", async () => {
    const { guild } = await openGuild({ heartbeatIntervalMs: 9000 });
    const session = await openSession(guild);
    session.send(1);
    await guild.until(() => session.heard[1]);
    expect(session.heard).toEqual([{ op: 10, d: { heartbeat_interval: 9000 } }, { op: 11 }]);
  });

  it.each([
    ["what is no JSON", "{", 4002],
    ["what has no opcode", "{}", 4002],
    ["an identification without a token", JSON.stringify({ op: 2, d: {} }), 4002],
    ["an unknown opcode", JSON.stringify({ op: 99 }), 4001],
    ["a presence before an identification", JSON.stringify({ op: 3, d: {} }), 4003],
  ])("closes at %s", async (_, text, code) => {
    const { guild } = await openGuild();
    const session = await openSession(guild);
    session.sendText(text);
    expect(await session.closed).toBe(code);
  });

  it.each([
    ["a wrong token", { token: "wrong" }, 4004],
    ["a shard that can't be", { shard: [1, 1] }, 4010],
    ["intents that mean nothing", { intents: 1 << 30 }, 4013],
    ["an intent that is not granted", { intents: 1 << 15 }, 4014],
  ])("refuses an identification with %s", async (_, fields, code) => {
    const { guild } = await openGuild();
    const session = await openSession(guild);
    session.send(2, { token: guild.token, ...identity(fields) });
    expect(await session.closed).toBe(code);
  });

  it("refuses another version, a second identification, and more than 120 payloads a minute", async () => {
    const { guild } = await openGuild();
    expect(await (await openSession(guild, "v=9&encoding=json")).closed).toBe(4012);
    const twice = await identify(guild);
    twice.send(2, identity({ token: guild.token }));
    expect(await twice.closed).toBe(4005);
    const loud = await identify(guild);
    for (let sent = 0; sent < 120; sent += 1) loud.send(1);
    expect(await loud.closed).toBe(4008);
  });

  it("closes a connection that sends no heartbeats", async () => {
    const { guild } = await openGuild({ heartbeatIntervalMs: 20 });
    expect(await (await identify(guild)).closed).toBe(4000);
  });

  it("counts the identifications of a day", async () => {
    const { guild, clock } = await openGuild();
    const left = async () => (await ask(guild, "GET /gateway/bot")).body.session_start_limit;
    await identify(guild);
    expect(await left()).toMatchObject({ total: 1000, remaining: 999 });
    await clock.advance(24 * 60 * 60_000);
    expect(await left()).toMatchObject({ remaining: 1000 });
  });

  it("sends events to those whose intents cover them", async () => {
    const { guild, ana, channel } = await openGuild();
    const direct = await identify(guild, 1 << 12);
    const inServer = await identify(guild, 1 << 9);
    ana.says(channel, "in the server");
    ana.says(ana.dm, "direct");
    guild.channel("new");
    await guild.until(() => direct.events("MESSAGE_CREATE")[0] && inServer.events("MESSAGE_CREATE")[0]);
    expect(direct.events("MESSAGE_CREATE")).toMatchObject([{ content: "direct" }]);
    expect(inServer.events("MESSAGE_CREATE")).toMatchObject([{ content: "", guild_id: guild.guildId }]);
    expect([...direct.heard, ...inServer.heard].map(({ t }) => t)).not.toContain("CHANNEL_CREATE");
    expect(direct.events("GUILD_CREATE")).toEqual([]);
  });

  it("tells nothing of channels that the app does not see", async () => {
    const { guild, ana, channel } = await openGuild();
    const session = await identify(guild);
    guild.deny(channel, ["ViewChannel"]);
    ana.says(channel, "hidden");
    ana.says(ana.dm, "seen");
    await guild.until(() => session.events("MESSAGE_CREATE")[0]);
    expect(session.events("MESSAGE_CREATE")).toMatchObject([{ content: "seen" }]);
  });
});

describe("What people write", () => {
  const write = async (intents: number, privileged: readonly "MessageContent"[]) => {
    const { guild, ana, channel } = await openGuild({ privileged });
    const session = await identify(guild, intents);
    const own =
      (await ask(guild, `POST /channels/${channel}/messages`, { content: "I am here" })).body.id ?? "";
    ana.says(channel, "nothing to do with it", { attachments: [{ filename: "a.png" }] });
    ana.says(channel, "@signpost help");
    ana.says(channel, "a reply", { replyTo: { id: own, channel } });
    ana.says(channel, "a quiet reply", { replyTo: { id: own, channel }, pings: false });
    ana.says(ana.dm, "direct");
    await guild.until(() => session.events("MESSAGE_CREATE")[5]);
    return { guild, channel, contents: session.events("MESSAGE_CREATE").map(({ content }) => content) };
  };

  it("comes empty without the intent, but for what is meant for the app", async () => {
    const { guild, channel, contents } = await write(usualIntents, []);
    const mention = `<@${guild.botUserId}> help`;
    expect(contents).toEqual(["I am here", "", mention, "a reply", "", "direct"]);
    const { list } = await ask(guild, `GET /channels/${channel}/messages?limit=2`);
    expect(list).toMatchObject([
      { content: "", referenced_message: { content: "I am here" } },
      { content: "a reply", attachments: [] },
    ]);
  });

  it("comes whole with the intent, which the portal has to grant", async () => {
    const { contents } = await write(usualIntents | (1 << 15), ["MessageContent"]);
    expect(contents).toContain("nothing to do with it");
  });
});

describe("A session", () => {
  it("is resumed, with what was missed", async () => {
    const { guild, ana } = await openGuild();
    const first = await identify(guild);
    const sequence = first.heard.findLast(({ s }) => s)?.s;
    const [ready] = first.events("READY");
    first.end();
    await first.closed;
    await guild.until(() => guild.connections() === 0 || undefined);
    ana.says(ana.dm, "missed");
    const second = await openSession(guild);
    second.send(6, { token: guild.token, session_id: ready?.session_id, seq: sequence });
    await guild.until(() => second.events("RESUMED")[0]);
    expect(second.heard.map(({ op, t }) => t ?? op)).toEqual([10, "MESSAGE_CREATE", "RESUMED"]);
  });

  it("is connected from its beginning until it is invalid, frozen or closed, and again once resumed", async () => {
    const { guild } = await openGuild();
    expect(guild.connectedSessions()).toEqual([]);
    const session = await identify(guild);
    const id = session.events("READY")[0]?.session_id;
    expect(guild.connectedSessions()).toEqual([id]);
    guild.faults.invalidateSession(true);
    expect(guild.connectedSessions()).toEqual([]);
    session.send(6, { token: guild.token, session_id: id, seq: 2 });
    await guild.until(() => session.heard.find(({ t }) => t === "RESUMED"));
    expect(guild.connectedSessions()).toEqual([id]);
    const other = await identify(guild);
    expect(guild.connectedSessions()).toHaveLength(2);
    other.end();
    await guild.until(() => guild.connectedSessions().length === 1 || undefined);
    guild.faults.freezeGateway();
    expect(guild.connectedSessions()).toEqual([]);
  });

  it("that is unknown is invalid", async () => {
    const { guild } = await openGuild();
    const session = await openSession(guild);
    session.send(6, { token: guild.token, session_id: "none", seq: 1 });
    await guild.until(() => session.heard[1]);
    expect(session.heard[1]).toEqual({ op: 9, d: false });
  });

  it("that is over is said to be so once, until there is one again", async () => {
    const { guild, ana } = await openGuild();
    const session = await identify(guild);
    const id = session.events("READY")[0]?.session_id;
    guild.faults.invalidateSession(true);
    guild.faults.invalidateSession(true);
    session.send(6, { token: guild.token, session_id: id, seq: 2 });
    await guild.until(() => session.heard.find(({ t }) => t === "RESUMED"));
    ana.says(ana.dm, "there again?");
    await guild.until(() => session.events("MESSAGE_CREATE")[0]);
    expect(session.heard.filter(({ op }) => op === 9)).toEqual([{ op: 9, d: true }]);
  });

  it("is not resumed beyond its events, with another token, or after a goodbye", async () => {
    const { guild } = await openGuild();
    const first = await identify(guild);
    const id = first.events("READY")[0]?.session_id;
    const resume = async (fields: object) => {
      const session = await openSession(guild);
      session.send(6, { token: guild.token, session_id: id, seq: 1, ...fields });
      return session;
    };
    expect(await (await resume({ seq: 99 })).closed).toBe(4007);
    expect(await (await resume({ token: "wrong" })).closed).toBe(4004);
    first.end(1000);
    await guild.until(() => guild.connections() === 0 || undefined);
    const late = await resume({});
    await guild.until(() => late.heard[1]);
    expect(late.heard[1]).toEqual({ op: 9, d: false });
  });

  it("keeps its last 10,000 events, and can't be resumed from before them", () => {
    const sent: object[] = [];
    const line = { send: (payload: object) => void sent.push(payload) };
    const session = createSession({ id: "s", intents: usualIntents, shard: { id: 0, count: 1 } }, line);
    session.detach(line);
    for (let count = 0; count < 10_001; count++) session.dispatch({ type: "RESUMED", data: {} });
    expect([session.canResume(0), session.canResume(1)]).toEqual([false, true]);
    session.resume(line, 9999);
    expect(sent).toMatchObject([{ s: 10_000 }, { s: 10_001 }, { t: "RESUMED", s: 10_002 }]);
  });

  it.each<[string, (guild: Guild) => void]>([
    ["dropped without a word", ({ faults }) => faults.dropGateway()],
    ["closed with 4000", ({ faults }) => faults.dropGateway(4000)],
    ["asked to reconnect", ({ faults }) => faults.askToReconnect()],
    ["invalidated but resumable", ({ faults }) => faults.invalidateSession(true)],
    ["left without an acknowledgement", ({ faults }) => faults.missHeartbeat()],
    ["dead without a word", ({ faults }) => faults.freezeGateway()],
  ])("that is %s is resumed by discord.js, and nothing is lost", async (_, strike) => {
    const { guild, ana } = await openGuild({ heartbeatIntervalMs: 150 });
    const heard: string[] = [];
    let resumed = 0;
    await connectApp(guild, (client) => {
      client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
      client.on(Events.ShardResume, () => {
        resumed += 1;
      });
    });
    strike(guild);
    ana.says(ana.dm, "while away");
    await guild.until(() => resumed || undefined);
    expect(heard).toEqual(["while away"]);
  });
});

describe("An app with the real client", () => {
  it("can't log in with an intent that is not granted", async () => {
    const { guild } = await openGuild();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await expect(connectApp(guild, () => {}, { intents })).rejects.toThrow("disallowed intents");
  });

  it("takes an event that comes twice for one, and events in any order", async () => {
    const { guild, ana } = await openGuild();
    const heard: string[] = [];
    await connectApp(guild, (client) =>
      client.on(Events.MessageCreate, ({ content }) => void heard.push(content)),
    );
    const raw = await identify(guild);
    guild.faults.duplicateNextEvent();
    ana.says(ana.dm, "1");
    guild.faults.holdEvents();
    for (const text of ["2", "3"]) ana.says(ana.dm, text);
    guild.faults.releaseEvents("reversed");
    await guild.until(() => (heard[2] ? raw.events("MESSAGE_CREATE")[3] : undefined));
    expect(heard).toEqual(["1", "3", "2"]);
    expect(raw.events("MESSAGE_CREATE").map(({ content }) => content)).toEqual(["1", "1", "3", "2"]);
  });

  it("begins anew when its session is invalid", async () => {
    const { guild, ana } = await openGuild();
    const heard: string[] = [];
    let ready = 0;
    await connectApp(guild, (client) => {
      client.on(Events.MessageCreate, ({ content }) => void heard.push(content));
      client.on(Events.ShardReady, () => {
        ready += 1;
      });
    });
    guild.faults.invalidateSession();
    await guild.until(() => ready === 2 || undefined);
    ana.says(ana.dm, "there again?");
    await guild.until(() => heard[0]);
    expect(heard).toEqual(["there again?"]);
  });
});
