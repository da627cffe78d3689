import { createHash } from "node:crypto";
import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
  Partials,
} from "discord.js";
import type { Answer } from "../../src/answer/answer.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Adapter, Handle, Incoming } from "../../src/platform.ts";
import { fromCommand, fromMessage, fromPress, readPlace } from "./receive.ts";
import { renderAnswer } from "./render.ts";
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
  const guarded = (work: Promise<void>) =>
    work.catch((error: unknown) => log.error({ err: error }, "discord: an event could not be answered"));

  const send = async ({ address, id }: Pick<Incoming, "address" | "id">, answer: Answer): Promise<void> => {
    const { channel: channelId, reply } = readPlace(address.data);
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error(`discord: channel ${channelId} takes no messages`);
    for (const [index, message] of renderAnswer(answer).entries()) {
      const nonce = toNonce(`${id}/${index}`);
      const reference =
        reply === undefined ? {} : { reply: { messageReference: reply, failIfNotExists: false } };
      await channel.send({ ...message, ...reference, nonce, enforceNonce: true });
    }
  };

  const answerMessage = async (handle: Handle, message: Message): Promise<void> => {
    const bot = client.user;
    if (!bot || message.author.bot || message.system) return;
    const mentioned = message.mentions.has(bot, { ignoreEveryone: true, ignoreRoles: true });
    if (message.guildId !== null && !mentioned) return;
    const incoming = fromMessage({ message, root: await rootOf(message), botId: bot.id });
    const { reply } = await handle(incoming);
    if (reply.kind === "answer") await send(incoming, reply.answer);
  };

  const answerInteraction = async (
    handle: Handle,
    {
      interaction,
      incoming,
    }: { readonly interaction: ButtonInteraction | ChatInputCommandInteraction; readonly incoming: Incoming },
  ): Promise<void> => {
    const { reply } = await handle(incoming);
    if (reply.kind === "silence") return;
    const isOpen = incoming.place === "channel" && reply.audience === "all";
    const [first, ...others] = renderAnswer(reply.answer);
    if (!first) return;
    const forAsker = isOpen || interaction.guildId === null ? 0 : MessageFlags.Ephemeral;
    await interaction.reply({ ...first, flags: first.flags | forAsker });
    for (const message of others) await interaction.followUp({ ...message, flags: message.flags | forAsker });
  };

  const listen = (handle: Handle): void => {
    client.on(Events.MessageCreate, (message) => guarded(answerMessage(handle, message)));
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton())
        guarded(answerInteraction(handle, { interaction, incoming: fromPress(interaction) }));
      if (interaction.isChatInputCommand()) {
        guarded(answerInteraction(handle, { interaction, incoming: fromCommand(interaction) }));
      }
    });
  };

  return {
    name: "discord",
    start: async (handle) => {
      listen(handle);
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(settings.DISCORD_TOKEN);
      const { application } = await ready;
      await application.commands.set([command]);
      log.info("discord: connected");
    },
    deliver: (address, late, { key }) => send({ address, id: key }, late),
    stop: () => client.destroy(),
  };
}

/** The message that began the conversation: who replies to the bot goes on with what the bot replied to. */
async function rootOf(message: Message): Promise<string> {
  if (message.guildId === null || message.reference?.messageId === undefined) return message.id;
  const replied = await message.fetchReference().catch(() => undefined);
  return replied?.author.id === message.client.user.id
    ? (replied.reference?.messageId ?? message.id)
    : message.id;
}

/** A nonce has at most 25 characters (resources/message). */
function toNonce(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 25);
}
