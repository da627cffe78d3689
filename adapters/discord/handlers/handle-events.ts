import { type Client, Events } from "discord.js";
import { createDedupe, createPressDedupe } from "../../../src/lib/dedupe.ts";
import { interactionTokenLifetimeMs } from "../limits.ts";
import type { Background } from "./background.ts";
import { handleInteraction } from "./handle-interaction.ts";
import { handleMessage } from "./handle-message.ts";
import type { HandlerContext } from "./handler-context.ts";

const maxRememberedInteractions = 10_000;

/** Handles new messages and interactions. Edits and deletions are ignored. */
export function registerEventHandlers(client: Client, context: HandlerContext, background: Background): void {
  const isFirstInteraction = createDedupe({
    now: Date.now,
    windowMs: interactionTokenLifetimeMs,
    maxEntries: maxRememberedInteractions,
  });
  const isFirstPress = createPressDedupe(Date.now);
  client.on(Events.MessageCreate, (message) => background.run(() => handleMessage(context, message)));
  client.on(Events.InteractionCreate, (interaction) => {
    // A redelivered interaction must not be acknowledged: that would be its one response, in place of the answer.
    if (!isFirstInteraction(interaction.id)) return;
    background.run(() => handleInteraction(context, interaction, isFirstPress));
  });
}
