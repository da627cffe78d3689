import type { Answer } from "../../answer/answer.ts";
import type { Locale } from "../../answer/locale.ts";
import { createReplyContext } from "../../conversation/replies/context.ts";
import { warnOfSecret } from "../../conversation/replies/warn-secret.ts";
import type { Responder, TurnResult } from "../../conversation/types.ts";
import type { StoredEvent } from "../events/stored-event.ts";
import type { SendApart } from "./send-apart.ts";

/**
 * Tells whoever posted a secret what to do about it: with the reply if only they read it, otherwise in a private message.
 * @param locale the language if the conversation has none
 */
export type WarnAboutSecrets = (
  result: TurnResult,
  event: StoredEvent,
  locale: Locale,
) => Promise<TurnResult>;

interface WarningOptions {
  readonly sendApart: SendApart;
  readonly responder: () => Responder;
}

export function createSecretWarning({ sendApart, responder }: WarningOptions): WarnAboutSecrets {
  return async (result, { incoming, secrets = [] }, locale) => {
    if (secrets.length === 0) return result;
    const context = createReplyContext(responder().knowledge, result.state.locale ?? locale);
    // A submitted form is no message that could be deleted, and nobody else sees it.
    const place = incoming.input.kind === "submit" ? "aside" : incoming.place;
    const warning = warnOfSecret(context, { kinds: secrets, place });
    const { reply } = result;
    if (reply.kind === "answer" && (incoming.place !== "channel" || reply.audience !== "all"))
      return { ...result, reply: { ...reply, answer: prepend(warning, reply.answer) } };
    await sendApart(incoming.address, warning, {
      audience: "asker",
      pointer: warning,
      key: `${incoming.id}/warning`,
    });
    return result;
  };
}

function prepend(warning: Answer, answer: Answer): Answer {
  const { title, blocks } = answer;
  const heading = title === undefined ? [] : [{ kind: "section", title } as const];
  return {
    ...answer,
    ...(warning.title && { title: warning.title }),
    blocks: [...warning.blocks, ...heading, ...blocks],
  };
}
