import { ApplicationCommandOptionType, Client, Events, GatewayIntentBits, Partials } from "discord.js";
import type { Logger } from "../../src/insight/log.ts";
import type { Adapter } from "../../src/platform.ts";
import { StartError } from "../../src/start-error.ts";
import { listen } from "./listen.ts";
import { readPlace } from "./receive.ts";
import { send } from "./send.ts";
import type { DiscordSettings } from "./settings.ts";

interface Parts {
  readonly settings: DiscordSettings;
  readonly log: Logger;
}

const command = {
  name: "aws-help",
  description: "Help with signing in to AWS",
  descriptionLocalizations: { vi: "Trợ giúp đăng nhập AWS" },
  options: [
    {
      type: ApplicationCommandOptionType.String as const,
      name: "question",
      description: "What goes wrong, in your own words",
      descriptionLocalizations: { vi: "Bạn đang vướng chỗ nào, bằng lời của bạn" },
      maxLength: 1000,
      autocomplete: true,
    },
  ],
};

/** Discord through discord.js: the slash command, direct messages, mentions and buttons; no privileged intent. */
export function createDiscord({ settings, log }: Parts): Adapter {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: settings.DISCORD_API_URL === undefined ? {} : { api: settings.DISCORD_API_URL },
  });
  client.on(Events.Error, (error) => log.error({ err: error }, "discord: the connection has a fault"));

  return {
    name: "discord",
    start: async ({ handle, suggest }) => {
      listen(client, { handle, suggest, log });
      await connect(client, settings.DISCORD_TOKEN);
      log.info("discord: connected");
    },
    deliver: async (address, answer, { audience, key }) => {
      await send(client, readPlace(address.data), { answer, audience, key });
      return undefined;
    },
    stop: () => client.destroy(),
  };
}

async function connect(client: Client, token: string): Promise<void> {
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    const { application } = await ready;
    await application.commands.set([command]);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`Discord can't be used (${said}): check DISCORD_TOKEN and the network`, { cause });
  }
}
