import { findLocale } from "../answer/locale.ts";
import { readToken } from "../answer/token.ts";
import { createReplyContext, homeButton } from "../conversation/replies/context.ts";
import { say, sayWithTopics } from "../conversation/replies/short-answers.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Exception, Outcome } from "../platform/outcome.ts";
import type { StoredEvent } from "./events/stored-event.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import { emptySession } from "./session/session.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** Sends, with nothing to be marked as done afterwards. */
export const onlySend: Outcome["complete"] = async (send) => {
  await send();
};

export function silence(because: string, exception?: Exception): Outcome {
  const reply = { kind: "silence", because } as const;
  return { reply, effects: [], stored: true, complete: onlySend, ...(exception && { exception }) };
}

/** An answer without side effects. */
export function answerOnly(reply: NonNullable<StoredEvent["reply"]>): Outcome {
  return { reply: { kind: "answer", ...reply }, effects: [], stored: true, complete: onlySend };
}

type Knowing = Pick<RuntimeOptions, "responder" | "defaultLocale">;

/** Enough to tell a language, in characters. */
const maxDetectedCharacters = 500;

/**
 * Whoever addressed the bot gets an apology with topics, whatever failed; others get silence.
 * @param sentence `delayed` if the answer still comes
 */
export function apology(
  { responder, defaultLocale }: Knowing,
  incoming: Incoming,
  sentence: "fault" | "delayed",
): Outcome {
  const exception = { kind: sentence === "delayed" ? "deferred" : "failed" } as const;
  if (!incoming.addressed) return silence("a fault, and nobody asked the bot", exception);
  const { knowledge } = responder();
  const context = createReplyContext(knowledge, placeLocale(knowledge, incoming, defaultLocale));
  const answer = sayWithTopics(context, context.strings[sentence]);
  return { ...answerOnly({ answer, audience: "asker" }), exception };
}

/**
 * Tells whoever addressed the bot that it was too much at once, and how to go on. The language is that of the button or
 * the text, so that nothing has to be loaded for it.
 */
export function tooMuch(
  { responder, defaultLocale }: Knowing,
  incoming: Incoming,
  whose: "person" | "channel",
): Outcome {
  const { knowledge, detectLanguage } = responder();
  const { input } = incoming;
  const named =
    input.kind === "question"
      ? detectLanguage(input.text.slice(0, maxDetectedCharacters))
      : findLocale(knowledge.strings.keys(), "token" in input ? readToken(input.token)?.locale : undefined);
  const context = createReplyContext(knowledge, named ?? placeLocale(knowledge, incoming, defaultLocale));
  const sentence = context.strings.limits[whose];
  const answer = say(context, sentence, [homeButton(context)]);
  return { ...answerOnly({ answer, audience: "asker" }), exception: { kind: "refused", limit: whose } };
}

/** The reply to a press without the session: for a form that has to open before the store has answered. */
export function withoutSession(
  { responder, defaultLocale }: Knowing,
  incoming: Incoming,
  now: number,
): Outcome {
  const { knowledge, converse } = responder();
  const locale = placeLocale(knowledge, incoming, defaultLocale);
  const turn = toTurn(incoming, { ...emptySession, locale, now });
  return { reply: converse(emptySession.state, turn).reply, effects: [], stored: true, complete: onlySend };
}
