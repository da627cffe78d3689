import { describe, expect, it } from "vitest";
import { createConnection } from "../../../adapters/discord/connection/connection.ts";
import type { Guild } from "../../../local/discord/guild.ts";
import { createLog } from "../../../src/insight/log.ts";
import { openGuild } from "../../local/discord/connect-app.ts";
import { until } from "../../support/until.ts";
import { startBot, startDiscord, textOf } from "./start-discord.ts";

const gateway = "GET /gateway/bot";
const refused = { kind: "refused", status: 401, code: 0 } as const;

/** discord.js itself tries four times after some faults. */
function attemptsUntilWaiting(kind: string): number {
  if (kind === "refused") return 2;
  return kind === "serverError" || kind === "lostRequest" ? 4 : 1;
}

function logLines() {
  const lines: string[] = [];
  return { lines, log: createLog("info", { write: (line) => void lines.push(line) }) };
}

const watching = (guild: Guild) => ({ DISCORD_HELP_CHANNELS: guild.channel("help") });

describe("the connection", () => {
  it("does without the message content intent where that is refused", async () => {
    const { guild, ana, answer } = await startDiscord({ prepare: watching });
    ana.says(ana.dm, "my key is lost");
    expect(textOf(await answer(ana.dm))).toContain("I lost the key");
    expect(guild.connections()).toBe(1);
  });

  it("goes on without it where it is taken back", async () => {
    const { guild, discord, ana, answer } = await startDiscord({
      guild: { privileged: ["MessageContent"] },
      prepare: watching,
    });
    const connected = () => guild.calls.filter(({ name }) => name === "GET /gateway/bot").length;
    const before = connected();
    guild.faults.dropGateway(4014);
    await until(() => (connected() > before && discord.isReceiving?.() ? true : undefined));
    ana.says(ana.dm, "my key is lost");
    await answer(ana.dm);
    expect(guild.connections()).toBe(1);
  });

  it("comes back after it was lost, and hears what was said meanwhile", async () => {
    const { guild, discord, ana, answer } = await startDiscord();
    guild.faults.dropGateway();
    await until(() => (discord.isReceiving?.() === false ? true : undefined));
    ana.says(ana.dm, "my key is lost");
    await answer(ana.dm);
    expect(discord.isReceiving?.()).toBe(true);
  });

  it.each([4004, 4013])(
    "is not ready where Discord closes it with %i, says what to do, and comes back by itself",
    async (code) => {
      const { log, lines } = logLines();
      const { guild, discord, ana, answer } = await startDiscord({ log });
      for (let count = 0; count < 2; count += 1) guild.faults.next({ on: gateway, ...refused });
      guild.faults.dropGateway(code);
      await until(() => lines.find((line) => line.includes("waiting for Discord")));
      expect([guild.connections(), discord.isReceiving?.()]).toEqual([0, false]);
      expect(lines.filter((line) => line.includes("DISCORD_TOKEN")).length).toBe(1);
      await until(() => (discord.isReceiving?.() ? true : undefined));
      ana.says(ana.dm, "my key is lost");
      await answer(ana.dm);
    },
  );

  it.each([
    { on: gateway, kind: "serverError", status: 503 },
    { on: gateway, kind: "lostRequest" },
    { on: gateway, kind: "page", status: 403 },
    { on: gateway, kind: "rateLimited", retryAfter: 60 },
    { on: gateway, kind: "refused", status: 401, code: 0 },
  ] as const)("waits at the start for Discord ($kind), and says so", async (fault) => {
    const { guild } = await openGuild();
    const { log, lines } = logLines();
    for (let count = 0; count < attemptsUntilWaiting(fault.kind); count += 1) guild.faults.next({ ...fault });
    const discord = await startBot(guild, { log });
    expect(discord.isReceiving?.()).toBe(true);
    expect(lines.filter((line) => line.includes("waiting for Discord")).length).toBeGreaterThan(0);
  });

  it("that waits at the start ends when the bot stops", async () => {
    const { guild } = await openGuild();
    const { log, lines } = logLines();
    const connection = createConnection({
      token: guild.token,
      api: "http://127.0.0.1:9/api",
      log,
      now: Date.now,
      wantsContent: false,
      shards: "auto",
    });
    const opening = expect(connection.open(() => {})).rejects.toThrow();
    await until(() => lines.find((line) => line.includes("waiting for Discord")));
    await connection.close();
    await opening;
  });

  it("says what to do where the token is refused", async () => {
    const { guild } = await openGuild();
    const started = startBot(guild, { settings: { DISCORD_TOKEN: "not.the.token" } });
    await expect(started).rejects.toThrow(/check DISCORD_TOKEN and the network/);
  });

  it("is not ready where Discord is silent", async () => {
    const { guild } = await openGuild();
    let now = Date.now();
    const connection = createConnection({
      token: guild.token,
      api: guild.restUrl,
      log: createLog("silent"),
      now: () => now,
      wantsContent: false,
      shards: "auto",
    });
    await connection.open(() => {});
    expect(connection.isReceiving()).toBe(true);
    now += 121_000;
    expect(connection.isReceiving()).toBe(false);
    guild.person("eve").says(guild.channel("elsewhere"), "a sign of life");
    await until(() => (connection.isReceiving() ? true : undefined));
    await connection.close();
    expect(guild.connections()).toBe(0);
  });

  it("remembers no more people and messages than it needs", async () => {
    const { guild, channel } = await openGuild();
    const connection = createConnection({
      token: guild.token,
      api: guild.restUrl,
      log: createLog("silent"),
      now: Date.now,
      wantsContent: false,
      shards: "auto",
    });
    await connection.open(() => {});
    const people = Array.from({ length: 300 }, (_, index) => guild.person(`person-${index}`));
    for (const person of people) person.says(person.dm, "hello");
    for (const person of people) person.says(channel, "hello");
    const { channels, users, guilds } = connection.client();
    const known = channels.cache.get(channel);
    const last = guild.messagesSeenBy({ id: "" }, channel).at(-1)?.id ?? "";
    await until(() => (known?.isTextBased() && known.messages.cache.has(last) ? true : undefined));
    expect(known?.isTextBased() && known.messages.cache.size).toBe(50);
    expect(channels.cache.filter((one) => one.isDMBased()).size).toBeLessThanOrEqual(201);
    expect(users.cache.size).toBeLessThanOrEqual(201);
    expect(guilds.cache.first()?.members.cache.size).toBeLessThanOrEqual(201);
    await connection.close();
  });
});
