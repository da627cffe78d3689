import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from "discord.js";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { acknowledgeIfSlow } from "../responding/acknowledge.ts";
import { dismiss } from "../responding/dismiss.ts";
import { createInteractionResponse } from "../responding/interaction-response.ts";
import { privateVisibility, replyPrivately } from "../responding/reply-privately.ts";
import { addFiles } from "./add-files.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Answers a command so that only the person sees it. */
export async function handleCommand(
  context: HandlerContext,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  event: ParsedEvent,
): Promise<void> {
  const { core, log, rest, api } = context;
  const { incoming, place } = event;
  const response = createInteractionResponse(rest, interaction);
  const {
    reply,
    complete,
    key = incoming.id,
  } = await acknowledgeIfSlow(addFiles(event, api).then(core.handle), {
    log,
    acknowledge: () => response.defer(privateVisibility(place)),
  });
  if (reply.kind === "silence") return dismiss(response, log);
  await complete(() => replyPrivately(context, { response, place }, { reply, key }));
}
