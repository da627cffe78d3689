import { Routes } from "discord.js";
import { z } from "zod";
import type { Answer } from "../../../src/answer/answer.ts";
import type { Address } from "../../../src/platform/incoming.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import type { RestApi } from "../rest/rest-client.ts";
import { toBody } from "./message-body.ts";

/** A message of the bot, as an address holds it. */
const messageSchema = z.object({ channel: z.string(), message: z.string() });
type MessageId = z.infer<typeof messageSchema>;

export function toMessageAddress(message: MessageId): Address {
  return { adapter: "discord", data: JSON.stringify(message) };
}

/** Whether an answer is one message without files: one with files would lose them, or need them again. */
export function isEditable(answer: Answer): boolean {
  const [first, second] = renderAnswer(answer);
  return first !== undefined && second === undefined && first.files.length === 0;
}

/**
 * Replaces the content of a message: resources/message#edit-message
 * @throws DiscordAPIError if Discord refuses it; an Error if the answer does not fit one message
 */
export async function editMessage(rest: RestApi, { data }: Address, answer: Answer): Promise<void> {
  const { channel, message: id } = messageSchema.parse(JSON.parse(data));
  const [message] = renderAnswer(answer);
  if (!message || !isEditable(answer)) throw new Error("the answer does not fit one message");
  await rest.patch(Routes.channelMessage(channel, id), { body: toBody(message) });
}
