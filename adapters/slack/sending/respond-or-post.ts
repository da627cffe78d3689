import type { Logger } from "../../../src/lib/logger.ts";
import { type SlackPlace, threadOf } from "../place.ts";
import type { Delivery } from "./delivery.ts";
import { respondWithAnswer } from "./respond-with-answer.ts";
import type { Send } from "./send.ts";

export interface ResponseContext {
  readonly send: Send;
  readonly log: Logger;
}

/** How an event can be answered. */
export interface ResponseTarget {
  /** The event's response_url, if it has one. */
  readonly url?: string | undefined;
  readonly place: SlackPlace;
}

interface ResponseStyle {
  /** Whether it replaces the message whose button was pressed. */
  readonly isReplacement?: boolean;
  /** Plain text above everything else. */
  readonly note?: string | undefined;
}

/**
 * Answers ephemerally by the response_url, which works even if the bot is not a member of the channel. If that fails,
 * the answer is sent by the Web API.
 */
export async function respondOrPost(
  { send, log }: ResponseContext,
  delivery: Delivery,
  { url, place, ...style }: ResponseTarget & ResponseStyle,
): Promise<void> {
  const options = { ...style, visibility: "ephemeral", thread: threadOf(place) } as const;
  const attempt = () => respondWithAnswer(url, delivery.answer, options);
  try {
    // Replacing a message is idempotent, so it can be tried again even if its outcome is unknown.
    await (style.isReplacement ? attempt().catch(attempt) : attempt());
  } catch (error) {
    log.info({ err: error }, "slack: response failed, answer posted");
    await send(place, delivery);
  }
}
