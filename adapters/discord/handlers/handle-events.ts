import {
  type AutocompleteInteraction,
  type Client,
  Events,
  type Interaction,
  type Message,
} from "discord.js";
import { createIsFirst, createIsFirstPress, type IsFirst } from "../../../src/lib/dedupe.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import { interactionToken, optionsShown, optionText } from "../limits.ts";
import { fromCommand, fromContextMenu } from "../parsing/parse-interaction.ts";
import { fromMessage } from "../parsing/parse-message.ts";
import { readPlace } from "../place.ts";
import { createTicket } from "../sending/interaction-response.ts";
import { leaveQuietly } from "./answer-in-time.ts";
import { answerCommand } from "./handle-command.ts";
import { answerPress } from "./handle-press.ts";
import { answerSubmission } from "./handle-submission.ts";
import type { Ears } from "./handler-context.ts";

/** Told of all work that an event makes; the adapter's stop waits for it. */
type Background = (work: () => Promise<unknown>) => void;

/** Interactions told apart, at most. */
const interactions = 10_000;

/** Hands what people do on Discord to the core and sends what it answers; edits and deletions are left alone. */
export function listen(client: Client, ears: Ears, background: Background): void {
  const isNew = createIsFirst({ now: Date.now, lasts: interactionToken, most: interactions });
  const isFirstPress = createIsFirstPress(Date.now);
  client.on(Events.MessageCreate, (message) => background(() => answerMessage(ears, message)));
  client.on(Events.InteractionCreate, (interaction) => {
    // Told again, it is left alone: whatever answered the copy would be the answer.
    if (isNew(interaction.id)) background(() => answerInteraction(ears, interaction, isFirstPress));
  });
}

async function answerMessage({ core, send, ...around }: Ears, message: Message): Promise<void> {
  const incoming = fromMessage(message, around);
  if (!incoming) return;
  const { reply, settle } = await core.handle(incoming);
  if (reply.kind !== "answer") return;
  await settle(() => send(readPlace(incoming.address.data), { ...reply, key: incoming.id }));
}

async function answerInteraction(ears: Ears, interaction: Interaction, isFirstPress: IsFirst): Promise<void> {
  if (interaction.isAutocomplete()) return complete(ears, interaction);
  if (interaction.isChatInputCommand())
    return answerCommand(ears, interaction, fromCommand(interaction, ears));
  if (interaction.isMessageContextMenuCommand()) {
    return answerCommand(ears, interaction, fromContextMenu(interaction, ears));
  }
  if (interaction.isModalSubmit()) return answerSubmission(ears, interaction);
  if (!interaction.isButton()) return;
  const pressed = [interaction.user.id, interaction.message.id, interaction.customId].join(" ");
  if (isFirstPress(pressed)) return answerPress(ears, interaction);
  await leaveQuietly(createTicket(ears.rest, interaction), ears.log);
}

/** While a question is being typed, the titles that fit; one that is chosen is asked like any other words. */
async function complete({ core }: Ears, interaction: AutocompleteInteraction): Promise<void> {
  const titles = core
    .suggest(interaction.options.getFocused(), interaction.locale)
    .map(({ title }) => shorten(title, optionText))
    .slice(0, optionsShown);
  await interaction.respond(titles.map((title) => ({ name: title, value: title })));
}
