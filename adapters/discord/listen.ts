import {
  type AutocompleteInteraction,
  type Client,
  Events,
  type Interaction,
  type Message,
} from "discord.js";
import { shorten } from "../../src/answer/shorten.ts";
import { answerCommand } from "./answer-command.ts";
import { answerPress } from "./answer-press.ts";
import { answerSubmission } from "./answer-submission.ts";
import type { Ears } from "./ears.ts";
import { optionsShown, optionText } from "./limits.ts";
import { createIsFirst } from "./once.ts";
import { readPlace } from "./place.ts";
import { fromCommand, fromContextMenu } from "./receive-interaction.ts";
import { fromMessage } from "./receive-message.ts";

/** Told of all work that an event makes; the adapter's stop waits for it. */
type Background = (work: () => Promise<unknown>) => void;

/** Hands what people do on Discord to the core and sends what it answers; edits and deletions are left alone. */
export function listen(client: Client, ears: Ears, background: Background): void {
  const isFirst = createIsFirst(Date.now);
  client.on(Events.MessageCreate, (message) => background(() => answerMessage(ears, message)));
  client.on(Events.InteractionCreate, (interaction) =>
    background(() => answerInteraction(ears, interaction, isFirst)),
  );
}

async function answerMessage({ core, send, ...around }: Ears, message: Message): Promise<void> {
  const incoming = fromMessage(message, around);
  if (!incoming) return;
  const { reply, settle } = await core.handle(incoming);
  if (reply.kind !== "answer") return;
  await settle(() => send(readPlace(incoming.address.data), { ...reply, key: incoming.id }));
}

async function answerInteraction(
  ears: Ears,
  interaction: Interaction,
  isFirst: (what: string) => boolean,
): Promise<void> {
  if (interaction.isAutocomplete()) return complete(ears, interaction);
  if (interaction.isChatInputCommand())
    return answerCommand(ears, interaction, fromCommand(interaction, ears));
  if (interaction.isMessageContextMenuCommand()) {
    return answerCommand(ears, interaction, fromContextMenu(interaction, ears));
  }
  if (interaction.isModalSubmit()) return answerSubmission(ears, interaction);
  if (!interaction.isButton()) return;
  const pressed = [interaction.user.id, interaction.message.id, interaction.customId].join(" ");
  if (isFirst(pressed)) await answerPress(ears, interaction);
  else await interaction.deferUpdate();
}

/** While a question is being typed, the titles that fit; one that is chosen is asked like any other words. */
async function complete({ core }: Ears, interaction: AutocompleteInteraction): Promise<void> {
  const titles = core
    .suggest(interaction.options.getFocused(), interaction.locale)
    .map(({ title }) => shorten(title, optionText))
    .slice(0, optionsShown);
  await interaction.respond(titles.map((title) => ({ name: title, value: title })));
}
