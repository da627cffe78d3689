import {
  type AutocompleteInteraction,
  type Client,
  Events,
  type Interaction,
  type Message,
} from "discord.js";
import { createDedupe, createPressDedupe, type IsFirstSeen } from "../../../src/lib/dedupe.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import { interactionToken, optionsShown, optionText } from "../limits.ts";
import { parseCommand, parseContextMenu } from "../parsing/parse-interaction.ts";
import { parseMessage } from "../parsing/parse-message.ts";
import { readPlace } from "../place.ts";
import { createInteractionResponse } from "../sending/interaction-response.ts";
import { acknowledgeQuietly } from "./answer-in-time.ts";
import { handleCommand } from "./handle-command.ts";
import { handlePress } from "./handle-press.ts";
import { handleSubmission } from "./handle-submission.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Told of all work that an event makes; the adapter's stop waits for it. */
type Background = (work: () => Promise<unknown>) => void;

/** Interactions told apart, at most. */
const maxRememberedInteractions = 10_000;

/** Hands what people do on Discord to the core and sends what it answers; edits and deletions are left alone. */
export function registerEventHandlers(client: Client, context: HandlerContext, background: Background): void {
  const isNew = createDedupe({
    now: Date.now,
    windowMs: interactionToken,
    maxEntries: maxRememberedInteractions,
  });
  const isFirstPress = createPressDedupe(Date.now);
  client.on(Events.MessageCreate, (message) => background(() => answerMessage(context, message)));
  client.on(Events.InteractionCreate, (interaction) => {
    // Told again, it is left alone: whatever answered the copy would be the answer.
    if (isNew(interaction.id)) background(() => answerInteraction(context, interaction, isFirstPress));
  });
}

async function answerMessage({ core, send, ...around }: HandlerContext, message: Message): Promise<void> {
  const incoming = parseMessage(message, around);
  if (!incoming) return;
  const { reply, complete } = await core.handle(incoming);
  if (reply.kind !== "answer") return;
  await complete(() => send(readPlace(incoming.address.data), { ...reply, key: incoming.id }));
}

async function answerInteraction(
  context: HandlerContext,
  interaction: Interaction,
  isFirstPress: IsFirstSeen,
): Promise<void> {
  if (interaction.isAutocomplete()) return complete(context, interaction);
  if (interaction.isChatInputCommand())
    return handleCommand(context, interaction, parseCommand(interaction, context));
  if (interaction.isMessageContextMenuCommand()) {
    return handleCommand(context, interaction, parseContextMenu(interaction, context));
  }
  if (interaction.isModalSubmit()) return handleSubmission(context, interaction);
  if (!interaction.isButton()) return;
  const pressed = [interaction.user.id, interaction.message.id, interaction.customId].join(" ");
  if (isFirstPress(pressed)) return handlePress(context, interaction);
  await acknowledgeQuietly(createInteractionResponse(context.rest, interaction), context.log);
}

/** While a question is being typed, the titles that fit; one that is chosen is asked like any other words. */
async function complete({ core }: HandlerContext, interaction: AutocompleteInteraction): Promise<void> {
  const titles = core
    .suggest(interaction.options.getFocused(), interaction.locale)
    .map(({ title }) => shorten(title, optionText))
    .slice(0, optionsShown);
  await interaction.respond(titles.map((title) => ({ name: title, value: title })));
}
