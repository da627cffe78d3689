import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { SlackMessage } from "../rendering/render-answer.ts";
import { withoutBlocks } from "../rendering/without-blocks.ts";
import { findMessage, toMetadata } from "./message-key.ts";
import { callWithRetry, type RetryReason } from "./retry.ts";
import type { CallContext, WebApiContext } from "./web-api-context.ts";

interface PostRequest {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly message: SlackMessage;
  /** Identifies the message: posted twice with one key, it is seen once. */
  readonly key: string;
  /** Whether an earlier attempt may have succeeded; then the message is looked for before it is posted. */
  readonly mayExist: boolean;
}

/**
 * Posts a message exactly once. Waits if Slack asks to, looks for it and posts it again after a fault of Slack's, and
 * posts it as text if Slack refuses its blocks.
 * @returns the message's ts
 * @throws the SDK's error if the message can't be posted
 */
export async function postMessage(
  context: CallContext & Pick<WebApiContext, "client">,
  request: PostRequest,
): Promise<string> {
  const attempt = (revised: PostRequest) => postUnlessFound(context.client, revised);
  return callWithRetry(context, request, { attempt, revise });
}

async function postUnlessFound(client: webApi.WebClient, request: PostRequest): Promise<string> {
  const { message, channel, thread, key, mayExist } = request;
  const existing = mayExist ? await findMessage(client, request) : undefined;
  if (existing !== undefined) return existing;
  const { ts } = await client.chat.postMessage({
    ...message,
    channel,
    metadata: toMetadata(key),
    ...(thread !== undefined && { thread_ts: thread }),
  });
  return z.string().parse(ts);
}

function revise(request: PostRequest, reason: RetryReason): PostRequest {
  switch (reason) {
    case "rateLimited":
      return request;
    case "blocks":
      return { ...request, message: withoutBlocks(request.message) };
    case "passes":
    case "unknownOutcome":
      return { ...request, mayExist: true };
  }
}
