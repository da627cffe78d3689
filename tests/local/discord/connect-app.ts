import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { type Guild, startGuild } from "../../../local/discord/guild.ts";
import type { GuildOptions } from "../../../local/discord/options.ts";
import { createManualClock } from "../../../local/shared/clock.ts";
import { breachesIn, description } from "./openapi/description.ts";

/**
 * A server whose time stands still, with a person and a channel; it ends with the test. Where DISCORD_OPENAPI is set,
 * all that was asked and answered is held against Discord's own description.
 */
export async function openGuild(options: Omit<GuildOptions, "clock"> = {}) {
  const clock = createManualClock();
  const infinite = Number.POSITIVE_INFINITY;
  const guild = await startGuild({
    burst: infinite,
    perSecond: infinite,
    identifyWindowMs: 0,
    ...options,
    clock,
  });
  onTestFinished(async () => {
    await guild.close();
    if (description) expect(breachesIn(description, guild.calls)).toEqual([]);
  });
  const ana = guild.person("ana");
  const channel = guild.channel("general");
  return { guild, clock, ana, channel };
}

const usual = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** The real client, connected; what it hears is the test's. */
export async function connectApp(
  guild: Guild,
  listen: (client: Client) => void = () => {},
  { rest = {}, intents = usual, ...options }: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: guild.restUrl, ...rest },
    ...options,
  });
  listen(client);
  client.on(Events.Error, () => {});
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(guild.token);
  return ready;
}
