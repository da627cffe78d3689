import { findLocale } from "../answer/locale.ts";
import type { Handover } from "../cases/handover.ts";
import { createReplyContext, type ReplyContext } from "./replies/context.ts";
import { pointToTeamMessage } from "./replies/tell-person.ts";
import type { ReplyDraft } from "./types.ts";

/** A message to the person in their direct messages, in their language. */
export function postToPerson(
  { knowledge }: ReplyContext,
  handover: Handover,
  tell: (asker: ReplyContext) => ReplyDraft["answer"],
): ReplyDraft["post"] & {} {
  const locale = findLocale(knowledge.strings.keys(), handover.locale) ?? handover.locale;
  const asker = createReplyContext(knowledge, locale, true);
  return {
    to: handover.address,
    content: { answer: tell(asker), audience: "direct", pointer: pointToTeamMessage(asker, handover) },
  };
}

/** The handover as it is open; whoever had it has it still. */
export function reopened(handover: Handover): Handover {
  const { closer: _, ...others } = handover;
  return { ...others, isClosed: false };
}
