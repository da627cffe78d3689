import type { Answer } from "../../../src/answer/answer.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { respond } from "./respond.ts";

interface ResponseOptions {
  readonly visibility: "ephemeral" | "in_channel";
  /** Whether it replaces the message whose button was pressed. */
  readonly isReplacement?: boolean | undefined;
  readonly thread: string | undefined;
  /** Plain text above everything else. */
  readonly note?: string | undefined;
}

/**
 * Responds with an answer, as one or several messages.
 * @throws ResponseRefusedError if Slack refuses it; Error if its outcome is unknown, or if there is no response_url
 */
export async function respondWithAnswer(
  url: string | undefined,
  answer: Answer,
  { visibility, isReplacement = false, thread, note }: ResponseOptions,
): Promise<void> {
  if (url === undefined) throw new Error("the payload has no response_url");
  for (const [index, message] of renderAnswer(answer, note).entries()) {
    await respond(url, {
      ...message,
      response_type: visibility,
      replace_original: isReplacement && index === 0,
      ...(thread !== undefined && { thread_ts: thread }),
    });
  }
}
