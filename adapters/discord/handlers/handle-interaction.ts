import type { ButtonInteraction, Interaction, StringSelectMenuInteraction } from "discord.js";
import type { IsFirstSeen } from "../../../src/lib/dedupe.ts";
import { parseCommand, parseContextMenu } from "../parsing/parse-command.ts";
import { parsePress } from "../parsing/parse-press.ts";
import { acknowledgePress } from "../responding/acknowledge.ts";
import { createInteractionResponse } from "../responding/interaction-response.ts";
import { handleAutocomplete } from "./handle-autocomplete.ts";
import { handleCommand } from "./handle-command.ts";
import { handlePress } from "./handle-press.ts";
import { handleSubmission } from "./handle-submission.ts";
import type { HandlerContext } from "./handler-context.ts";

/**
 * Passes an interaction to the handler of its kind. The second press of a double click is only acknowledged.
 * @param isFirstPress false for the second press of a double click
 */
export async function handleInteraction(
  context: HandlerContext,
  interaction: Interaction,
  isFirstPress: IsFirstSeen,
): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(context, interaction);
  if (interaction.isChatInputCommand()) {
    return handleCommand(context, interaction, parseCommand(interaction, context));
  }
  if (interaction.isMessageContextMenuCommand()) {
    return handleCommand(context, interaction, parseContextMenu(interaction, context));
  }
  if (interaction.isModalSubmit()) return handleSubmission(context, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu())
    return handleComponent(context, interaction, isFirstPress);
}

async function handleComponent(
  context: HandlerContext,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  isFirstPress: IsFirstSeen,
): Promise<void> {
  const press = parsePress(interaction, context);
  const response = createInteractionResponse(context.rest, interaction);
  if (isFirstPress(press.dedupeKey)) return handlePress(context, { ...press, response });
  await acknowledgePress(response, context.log);
}
