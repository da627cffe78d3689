import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { fill, fillText, placeSpan, plain, strong, type Text } from "../../answer/text.ts";
import { type Action, writeToken } from "../../answer/token.ts";
import type { Handover, Helper } from "../../cases/handover.ts";
import type { ReplyContext } from "./context.ts";
import { timeSpan } from "./dates.ts";

// What messages to the team and messages about it to the person have in common.

/** A button about a handover. */
export function teamButton(
  { locale }: ReplyContext,
  { id }: Pick<Handover, "id">,
  action: Action,
  label: string,
): Extract<Button, { readonly kind: "press" }> {
  return { kind: "press", label, token: writeToken({ action, handover: id, locale }) };
}

/** Under words that the bot took for its own: passes them on to the team all the same. */
export function forwardButton({ locale, strings }: ReplyContext, { id }: Handover, words: string): Button {
  const token = writeToken({ action: "forward", handover: id, locale, words });
  return { kind: "press", label: strings.buttons.forward, token };
}

export function nameOf({ strings }: ReplyContext, name: string | undefined): string {
  return name ?? strings.team.somebody;
}

/** What somebody did, and since when, if that is known. */
export function sayWhoAndSince(
  context: ReplyContext,
  helper: Helper | undefined,
  { once, since }: { readonly once: string; readonly since: string },
): Text {
  const text =
    helper?.at === undefined ? [plain(once)] : placeSpan(since, "time", timeSpan(context, helper.at));
  return fillText(text, { name: nameOf(context, helper?.name) });
}

/** A message of one side, shown to the other. */
export function showRelayedMessage(
  context: ReplyContext,
  message: {
    readonly name: string | undefined;
    /** Absent if nothing was written: then `heading` says everything. */
    readonly text?: string;
    /** What stands above it, with the name. */
    readonly heading?: string;
    readonly buttons: readonly Button[];
    readonly hint?: string;
  },
): Answer {
  const { name, text, heading = context.strings.team.writes, buttons, hint } = message;
  return {
    locale: context.locale,
    blocks: [
      paragraph(strong(fill(heading, { name: nameOf(context, name) }))),
      ...(text === undefined ? [] : [paragraph(plain(text))]),
      ...(hint === undefined ? [] : [{ kind: "note", tone: "footnote", text: [plain(hint)] } as const]),
    ],
    buttons,
  };
}
