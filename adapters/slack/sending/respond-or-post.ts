import type { Answer } from "../../../src/answer/answer.ts";
import type { Reply } from "../../../src/platform/outcome.ts";
import type { HandlerContext } from "../handlers/handler-context.ts";
import { type SlackPlace, threadOf } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { respond } from "./respond.ts";

/** An answer and the event that it answers. */
export type KeyedAnswer = Extract<Reply, { kind: "answer" }> & { readonly key: string };

interface Appearance {
  readonly to: "ephemeral" | "in_channel";
  /** Whether it takes the place of the message whose button was pressed. */
  readonly replaces?: boolean;
  readonly thread?: string | undefined;
  /** A line before everything else. */
  readonly note?: string | undefined;
}

interface Way {
  /** The response_url of what is answered. */
  readonly url: string | undefined;
  readonly place: SlackPlace;
}

/** Answers by the response_url, which works also where the bot is no member, or else by the Web API. */
export async function respondOrPost(
  { send, log }: HandlerContext,
  said: KeyedAnswer,
  { url, place, ...appearance }: Way & Omit<Appearance, "thread">,
): Promise<void> {
  const byUrl = () => respondToUrl(url, said.answer, { ...appearance, thread: threadOf(place) });
  try {
    // Replaced twice it is seen once, so that it may be tried again where nobody knows whether it arrived.
    await (appearance.replaces ? byUrl().catch(byUrl) : byUrl());
  } catch (error) {
    log.info({ err: error }, "slack: a response was refused, the answer goes by the Web API");
    await send(place, said);
  }
}

/** @throws Error where Slack refuses it, or where there is no response_url */
export async function respondToUrl(
  url: string | undefined,
  answer: Answer,
  { to, replaces = false, thread, note }: Appearance,
): Promise<void> {
  if (url === undefined) throw new Error("it came without a response_url");
  for (const [index, message] of renderAnswer(answer, note).entries()) {
    await respond(url, {
      ...message,
      response_type: to,
      replace_original: replaces && index === 0,
      ...(thread !== undefined && { thread_ts: thread }),
    });
  }
}
