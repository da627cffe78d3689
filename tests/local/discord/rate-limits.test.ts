import { describe, expect, it } from "vitest";
import { createRateLimits } from "../../../local/discord/rest/rate-limits.ts";
import { createManualClock } from "../../../local/shared/clock.ts";
import { openGuild } from "./connect-app.ts";
import { ask, askAs } from "./raw.ts";

describe("The rate", () => {
  it("is told in headers, limits each place, and begins anew after 5 s", async () => {
    const { guild, clock, channel } = await openGuild({ burst: 2 });
    const post = () => ask(guild, `POST /channels/${channel}/messages`, { content: "t" });
    const first = await post();
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "x-ratelimit-limit": "2",
      "x-ratelimit-remaining": "1",
      "x-ratelimit-reset-after": "5.000",
      "x-ratelimit-bucket": expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await post();
    const third = await post();
    expect(third).toMatchObject({ status: 429, body: { retry_after: 5, global: false } });
    expect(Object.fromEntries(third.headers)).toMatchObject({
      "retry-after": "5",
      "x-ratelimit-scope": "user",
    });
    expect(
      (await ask(guild, `POST /channels/${guild.channel("other")}/messages`, { content: "t" })).status,
    ).toBe(200);
    await clock.advance(5000);
    expect((await post()).status).toBe(200);
  });

  it("has a limit for all requests but those of interactions", async () => {
    const { guild } = await openGuild({ perSecond: 3 });
    for (let made = 0; made < 3; made += 1) await ask(guild, "GET /users/@me");
    const fourth = await ask(guild, "GET /users/@me");
    expect(fourth).toMatchObject({ status: 429, body: { global: true } });
    expect(fourth.headers.get("x-ratelimit-global")).toBe("true");
    expect((await askAs(guild, undefined, "POST /interactions/1/t/callback", { type: 6 })).status).toBe(404);
  });

  it("shuts out an address with 10,000 refused requests in 10 minutes", () => {
    const clock = createManualClock();
    const unlimited = Number.POSITIVE_INFINITY;
    const rates = createRateLimits(clock, { burst: unlimited, perSecond: unlimited });
    const ask = () =>
      rates.take({ method: "GET", path: "/users/@me", majorParameters: "", isGlobal: true }).kind;
    for (let refused = 0; refused < 9999; refused += 1) rates.countStatus(403);
    rates.countStatus(404);
    expect(ask()).toBe("allowed");
    rates.countStatus(401);
    expect(ask()).toBe("limited");
    void clock.advance(10 * 60_000);
    expect(ask()).toBe("allowed");
  });
});
