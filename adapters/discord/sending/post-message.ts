import { createHash } from "node:crypto";
import { Routes } from "discord.js";
import { z } from "zod";
import { maxNonceCharacters } from "../limits.ts";
import type { DiscordMessage } from "../rendering/render-answer.ts";
import type { RestApi } from "../rest/rest-client.ts";
import { toBody, toFiles } from "./message-body.ts";

const messageSchema = z.object({ id: z.string() });

interface PostRequest {
  readonly message: DiscordMessage;
  /** Deduplicates for some minutes: resources/message#create-message */
  readonly key: string;
  /** The message to reply to. If it is deleted, the post is no reply. */
  readonly replyTo?: string | undefined;
}

/**
 * Posts a message. discord.js retries after network and server errors.
 * @returns the message's id, also if an earlier attempt posted it
 */
export async function postMessage(
  rest: RestApi,
  channel: string,
  { message, key, replyTo }: PostRequest,
): Promise<string> {
  const posted = await rest.post(Routes.channelMessages(channel), {
    ...toFiles(message),
    body: {
      ...toBody(message),
      nonce: toNonce(key),
      enforce_nonce: true,
      ...(replyTo !== undefined && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }),
    },
  });
  return messageSchema.parse(posted).id;
}

function toNonce(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, maxNonceCharacters);
}
