import { DiscordAPIError, REST, Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { retryIdempotent } from "../../../../adapters/discord/sending/retry.ts";
import { openGuild } from "../../../local/discord/connect-app.ts";

/** A request that reads a channel by a REST client that does not retry on its own. */
async function open() {
  const { guild, channel } = await openGuild();
  const rest = new REST({ api: guild.restUrl, retries: 0 }).setToken(guild.token);
  let attempts = 0;
  const read = (id: string) =>
    retryIdempotent(() => {
      attempts += 1;
      return rest.get(Routes.channel(id));
    });
  return { guild, channel, read, attempts: () => attempts };
}

const getChannel = "GET /channels/{channel}";

describe("an idempotent request", () => {
  it.each([
    { on: getChannel, kind: "lostAnswer" },
    { on: getChannel, kind: "serverError" },
  ] as const)("is retried after $kind", async (fault) => {
    const { guild, channel, read, attempts } = await open();
    guild.faults.next(fault);
    expect(await read(channel)).toMatchObject({ id: channel });
    expect(attempts()).toBe(2);
  });

  it("is not retried if Discord refuses it", async () => {
    const { read, attempts } = await open();
    await expect(read("1")).rejects.toBeInstanceOf(DiscordAPIError);
    expect(attempts()).toBe(1);
  });
});
