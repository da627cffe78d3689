import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { acknowledgeIfSlow } from "../responding/acknowledge.ts";
import { dismiss } from "../responding/dismiss.ts";
import { createInteractionResponse } from "../responding/interaction-response.ts";
import { privateVisibility, replyPrivately } from "../responding/reply-privately.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a command so that only the person sees it. */
export async function handleCommand(
  context: HandlerContext,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  { incoming, place }: ParsedEvent,
): Promise<void> {
  const { core, log, rest } = context;
  const response = createInteractionResponse(rest, interaction);
  const {
    reply,
    complete,
    key = incoming.id,
  } = await acknowledgeIfSlow(core.handle(incoming), {
    log,
    acknowledge: () => response.defer(privateVisibility(place)),
  });
  if (reply.kind === "silence") return dismiss(response, log);
  await complete(() => replyPrivately(context, { response, place }, { reply, key }));
}
