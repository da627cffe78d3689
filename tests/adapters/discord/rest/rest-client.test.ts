import { DiscordAPIError, Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { TokenRefusedError } from "../../../../adapters/discord/rest/api-failure.ts";
import { createRestClient } from "../../../../adapters/discord/rest/rest-client.ts";
import type { RestFault } from "../../../../local/discord/faults.ts";
import { createLog } from "../../../../src/insight/log.ts";
import { openGuild } from "../../../local/discord/connect-app.ts";

const on = "GET /channels/{channel}";

async function open() {
  const { guild, channel } = await openGuild();
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const rest = createRestClient({ token: guild.token, api: guild.restUrl, log });
  return { guild, rest, lines, read: () => rest.get(Routes.channel(channel)), channel };
}

const passing: readonly RestFault[] = [
  { on, kind: "serverError" },
  { on, kind: "serverError", status: 503 },
  { on, kind: "lostRequest" },
  { on, kind: "lostAnswer" },
  { on, kind: "closed" },
  { on, kind: "garbled" },
  { on, kind: "page", status: 200 },
  { on, kind: "page", status: 200, html: "" },
  { on, kind: "page", status: 403 },
  { on, kind: "page", status: 429 },
  { on, kind: "page", status: 502 },
  { on, kind: "rateLimited", retryAfter: 0.2 },
  { on, kind: "rateLimited", retryAfter: 1, scope: "global" },
  { on, kind: "refused", status: 429, code: 0 },
  { on, kind: "refused", status: 429, code: 40062 },
  { on, kind: "refused", status: 429, code: 20016 },
  { on, kind: "refused", status: 403, code: 40333 },
  { on, kind: "refused", status: 503, code: 130000 },
  { on, kind: "refused", status: 401, code: 0 },
];

describe("a request", () => {
  it.each(passing)("is made again after %o", async (fault) => {
    const { guild, read, channel } = await open();
    guild.faults.next(fault);
    guild.faults.next({ ...fault });
    expect(await read()).toMatchObject({ id: channel });
  });

  it.each([
    [403, 50001],
    [400, 50035],
    [404, 10003],
    [403, 200000],
  ])("is made once if Discord refuses it with %i and %i", async (status, code) => {
    const { guild, read, lines } = await open();
    for (const kind of ["refused", "refused"] as const) guild.faults.next({ on, kind, status, code });
    await expect(read()).rejects.toBeInstanceOf(DiscordAPIError);
    await expect(read()).rejects.toBeInstanceOf(DiscordAPIError);
    await read();
    expect(lines).toEqual([]);
  });

  it("with an unknown code is refused, which is logged once for each code", async () => {
    const { guild, read, lines } = await open();
    for (const code of [999001, 999001, 999002])
      guild.faults.next({ on, kind: "refused", status: 400, code });
    for (let count = 0; count < 3; count += 1) await expect(read()).rejects.toBeInstanceOf(DiscordAPIError);
    expect(lines.map((line) => JSON.parse(line).code)).toEqual([999001, 999002]);
  });

  it("does not wait for a rate limit of minutes", async () => {
    const { guild, read } = await open();
    guild.faults.next({ on, kind: "rateLimited", retryAfter: 600, scope: "global" });
    await expect(read()).rejects.toThrow();
    await expect(read()).rejects.toThrow();
    expect(guild.calls.filter(({ name }) => name === on)).toEqual([]);
  });

  it("that waits ends with the client", async () => {
    const { guild, rest, read } = await open();
    guild.faults.next({ on, kind: "rateLimited", retryAfter: 20 });
    const reading = expect(read()).rejects.toThrow();
    rest.stop();
    await reading;
  });
});

describe("the token", () => {
  it("is refused if Discord says so again and again; a request says so, and the log once", async () => {
    const { guild, rest, read, lines } = await open();
    const refused = { kind: "refused", status: 401, code: 0 } as const;
    for (let count = 0; count < 6; count += 1) guild.faults.next({ on, ...refused });
    await expect(read()).rejects.toBeInstanceOf(TokenRefusedError);
    await expect(read()).rejects.toBeInstanceOf(TokenRefusedError);
    expect(rest.isTokenAccepted()).toBe(false);
    expect(lines.length).toBe(1);
    expect(lines[0]).toMatch(/token refused.*DISCORD_TOKEN/);
    rest.stop();
  });
});
