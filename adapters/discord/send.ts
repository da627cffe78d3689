import { createHash } from "node:crypto";
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  MessageFlags,
  type SendableChannels,
  type User,
} from "discord.js";
import type { Answer } from "../../src/answer/answer.ts";
import type { Audience } from "../../src/platform.ts";
import type { Place } from "./receive.ts";
import { renderAnswer } from "./render.ts";

interface Delivery {
  readonly answer: Answer;
  readonly audience: Audience;
  /** Sent twice with one key within some minutes, a message is seen once (enforce_nonce). */
  readonly key: string;
}

/** Sends an answer as messages, which works at any later time; what only one person may see goes to their own. */
export async function send(client: Client, place: Place, { answer, audience, key }: Delivery): Promise<void> {
  const isDirect = place.direct === true || (place.root !== undefined && audience === "asker");
  const target = isDirect ? await client.users.fetch(place.user) : await channelOf(client, place.channel);
  const reply = isDirect || place.root === undefined ? {} : replyTo(place.root);
  for (const [index, message] of renderAnswer(answer).entries()) {
    await target.send({ ...message, ...reply, nonce: toNonce(`${key}/${index}`), enforceNonce: true });
  }
}

/** Answers an interaction so that only who acted sees it; in direct messages everybody there does. */
export async function answerPrivately(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  answer: Answer,
): Promise<void> {
  const [first, ...others] = renderAnswer(answer);
  if (!first) return;
  const flags = first.flags | (interaction.guildId === null ? 0 : MessageFlags.Ephemeral);
  await interaction.reply({ ...first, flags });
  for (const message of others) await interaction.followUp({ ...message, flags });
}

async function channelOf(client: Client, id: string): Promise<SendableChannels | User> {
  const channel = await client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error(`discord: channel ${id} takes no messages`);
  return channel;
}

/** Every reply refers to the message that began the conversation, so that its buttons know where they belong. */
function replyTo(root: string) {
  return { reply: { messageReference: root, failIfNotExists: false } };
}

/** A nonce has at most 25 characters (resources/message). */
function toNonce(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 25);
}
