import { Routes } from "discord.js";
import { acknowledgePress } from "../responding/acknowledge.ts";
import type { HandlerContext } from "./handler-context.ts";
import type { PressTarget } from "./press-target.ts";

/** Deletes the message that holds the button. A failure is only logged: the message may be deleted already. */
export async function removeMessage(
  { log, rest }: HandlerContext,
  { response, channel, message }: PressTarget,
): Promise<void> {
  const removed = message.isEphemeral
    ? response.deleteMessage()
    : Promise.all([acknowledgePress(response, log), rest.delete(Routes.channelMessage(channel, message.id))]);
  await removed.catch((error: unknown) => log.warn({ err: error }, "discord: message not removed"));
}
