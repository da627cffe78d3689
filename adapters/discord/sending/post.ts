import { createHash } from "node:crypto";
import { type REST, Routes } from "discord.js";
import { z } from "zod";
import { nonceLength } from "../limits.ts";
import type { DiscordMessage } from "../rendering/render-answer.ts";
import { toBody, toFiles } from "./message-body.ts";

const idSchema = z.object({ id: z.string() });

interface PostRequest {
  readonly message: DiscordMessage;
  /** Names the message: posted twice with one key within some minutes, it is seen once (resources/message#create-message). */
  readonly key: string;
  /** The message that it replies to; where that is gone, it stands alone. */
  readonly root?: string | undefined;
}

/**
 * Posts a message; discord.js tries again after a fault of the network or of Discord.
 * @returns the message's id, also where it was posted before
 */
export async function post(
  rest: REST,
  channel: string,
  { message, key, root }: PostRequest,
): Promise<string> {
  const posted = await rest.post(Routes.channelMessages(channel), {
    ...toFiles(message),
    body: {
      ...toBody(message),
      nonce: toNonce(key),
      enforce_nonce: true,
      ...(root !== undefined && { message_reference: { message_id: root, fail_if_not_exists: false } }),
    },
  });
  return idSchema.parse(posted).id;
}

/** The channel of somebody's direct messages: resources/user#create-dm. */
export async function openDirect(rest: REST, user: string): Promise<string> {
  return idSchema.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: user } })).id;
}

function toNonce(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, nonceLength);
}
