import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Message,
} from "discord.js";
import { shorten } from "../../src/answer/shorten.ts";
import type { Suggest } from "../../src/answer/suggestion.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Handle, Incoming } from "../../src/platform.ts";
import { optionsShown, optionText } from "./limits.ts";
import { fromCommand, fromMessage, fromPress, readPlace } from "./receive.ts";
import { answerPrivately, send } from "./send.ts";

interface Core {
  readonly handle: Handle;
  readonly suggest: Suggest;
  readonly log: Logger;
}

/** Hands what people do on Discord to the core and sends what it answers. */
export function listen(client: Client, { handle, suggest, log }: Core): void {
  const guarded = (work: Promise<void>) =>
    work.catch((error: unknown) => log.error({ err: error }, "discord: an event could not be answered"));
  client.on(Events.MessageCreate, (message) => guarded(answerMessage(message, handle)));
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isButton()) guarded(answerPress(interaction, handle));
    if (interaction.isChatInputCommand()) guarded(answerCommand(interaction, handle));
    if (interaction.isAutocomplete()) guarded(complete(interaction, suggest));
  });
}

/** Direct messages and mentions; bots, system messages and everything else are left alone. */
async function answerMessage(message: Message, handle: Handle): Promise<void> {
  const { client, author, guildId, mentions, system } = message;
  const bot = client.user;
  if (author.bot || system) return;
  if (guildId !== null && !mentions.has(bot, { ignoreEveryone: true, ignoreRoles: true })) return;
  await answer(client, handle, fromMessage({ message, root: await rootOf(message), botId: bot.id }));
}

async function answerCommand(interaction: ChatInputCommandInteraction, handle: Handle): Promise<void> {
  const { reply, settle } = await handle(fromCommand(interaction));
  if (reply.kind === "answer") await settle(() => answerPrivately(interaction, reply.answer));
}

/** While a question is being typed, the titles that fit; one that is chosen is asked like any other words. */
async function complete(interaction: AutocompleteInteraction, suggest: Suggest): Promise<void> {
  const titles = suggest(interaction.options.getFocused(), interaction.locale)
    .map(({ title }) => shorten(title, optionText))
    .slice(0, optionsShown);
  await interaction.respond(titles.map((title) => ({ name: title, value: title })));
}

/** A press on an open message is answered for all as a reply of its own, on a private one privately. */
async function answerPress(interaction: ButtonInteraction, handle: Handle): Promise<void> {
  const incoming = fromPress(interaction);
  const { reply, settle } = await handle(incoming);
  await settle(async () => {
    if (reply.kind !== "answer") return interaction.deferUpdate();
    if (incoming.place === "private" || reply.audience === "asker") {
      return answerPrivately(interaction, reply.answer);
    }
    await interaction.deferUpdate();
    return send(interaction.client, readPlace(incoming.address.data), { ...reply, key: incoming.id });
  });
}

async function answer(client: Client, handle: Handle, incoming: Incoming): Promise<void> {
  const { reply, settle } = await handle(incoming);
  if (reply.kind !== "answer") return;
  await settle(() => send(client, readPlace(incoming.address.data), { ...reply, key: incoming.id }));
}

/** The message that began the conversation: who replies to the bot goes on with what the bot replied to. */
async function rootOf(message: Message): Promise<string> {
  if (message.guildId === null || message.reference?.messageId === undefined) return message.id;
  const replied = await message.fetchReference().catch(() => undefined);
  const isToBot = replied?.author.id === message.client.user.id;
  return (isToBot ? replied?.reference?.messageId : undefined) ?? message.id;
}
