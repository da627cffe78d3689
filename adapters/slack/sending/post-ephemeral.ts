import type { webApi } from "@slack/bolt";
import type { SlackMessage } from "../rendering/render-answer.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { withoutBlocks } from "../rendering/without-blocks.ts";
import { readApiFailure } from "./api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { callWithRetry } from "./retry.ts";
import { UnclearOutcomeError } from "./unclear-outcome-error.ts";
import type { CallContext, WebApiContext } from "./web-api-context.ts";

interface EphemeralTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly user: string;
}

/** Posts an answer in a channel that one person alone sees. */
export type PostEphemeral = (target: EphemeralTarget, delivery: Delivery) => Promise<void>;

/** Ephemeral messages can't be looked up later, so the keys that were sent are remembered: the last 1,000. */
const maxRememberedKeys = 1000;

export function createPostEphemeral(context: CallContext & Pick<WebApiContext, "client">): PostEphemeral {
  const sentKeys = new Set<string>();
  const remember = (key: string) => {
    sentKeys.add(key);
    const [oldest] = sentKeys;
    if (sentKeys.size > maxRememberedKeys && oldest !== undefined) sentKeys.delete(oldest);
  };
  return async (target, { answer, key }) => {
    if (sentKeys.has(key)) return;
    for (const message of renderAnswer(answer)) {
      const outcome = await callWithRetry(context, message, {
        attempt: (revised) => postOnce(context.client, target, revised),
        revise: (refused, reason) => (reason === "blocks" ? withoutBlocks(refused) : refused),
      });
      if (outcome !== "posted") throw outcome;
    }
    remember(key);
  };
}

/**
 * methods/chat.postEphemeral takes neither unfurl_links nor mrkdwn.
 * @returns the error, so that it is not retried, if the outcome is unknown: a second attempt might be seen twice
 */
async function postOnce(
  client: webApi.WebClient,
  { channel, thread, user }: EphemeralTarget,
  { text, blocks }: SlackMessage,
): Promise<"posted" | UnclearOutcomeError> {
  const target = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
  try {
    await client.chat.postEphemeral({ text, blocks, ...target });
    return "posted";
  } catch (cause) {
    if (readApiFailure(cause).kind !== "unknownOutcome") throw cause;
    return new UnclearOutcomeError("the outcome of chat.postEphemeral is unknown", { cause });
  }
}
