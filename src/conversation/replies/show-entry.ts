import type { Answer, Button } from "../../answer/answer.ts";
import type { AnswerEntry, ChoiceEntry, ElsewhereEntry, Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, entryButton, homeButton, languageButtons, type ReplyContext } from "./context.ts";
import { sourceButtons, sourceNote } from "./show-sources.ts";

/** An entry's first message: the steps, the source, and the buttons. */
export function showEntry(context: ReplyContext, entry: Entry): Answer {
  const { title, body } = textOf(entry, context.locale);
  const buttons = [
    ...ownButtons(context, entry),
    ...sourceButtons(context, entry),
    ...languageButtons(context, entry),
  ];
  return { locale: context.locale, title, blocks: [...body, ...sourceNote(context, entry)], buttons };
}

function ownButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  switch (entry.kind) {
    case "answer":
      return answerButtons(context, entry);
    case "choice":
      return choiceButtons(context, entry);
    case "elsewhere":
      return elsewhereButtons(context, entry);
  }
}

function answerButtons(context: ReplyContext, entry: AnswerEntry): readonly Button[] {
  const { solved, stuck, notMeant } = context.strings.buttons;
  return [
    button(context, solved, "solved", entry),
    button(context, stuck, "stuck", entry),
    button(context, notMeant, "other", entry),
    ...relatedButtons(context, entry),
  ];
}

function choiceButtons(context: ReplyContext, entry: ChoiceEntry): readonly Button[] {
  const { options } = textOf(entry, context.locale);
  return [
    ...entry.options.flatMap((id) => {
      const target = context.knowledge.find(id);
      return target ? [button(context, options[id] ?? target.id, "show", target)] : [];
    }),
    button(context, context.strings.buttons.noneOfThese, "other", entry),
  ];
}

function elsewhereButtons(context: ReplyContext, entry: ElsewhereEntry): readonly Button[] {
  const { openPage, notMeant } = context.strings.buttons;
  return [
    ...(entry.escalate?.to === "link"
      ? [{ kind: "link", label: openPage, url: entry.escalate.url } as const]
      : []),
    button(context, notMeant, "other", entry),
    ...relatedButtons(context, entry),
    homeButton(context),
  ];
}

function relatedButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  return entry.related.flatMap((id) => {
    const related = context.knowledge.find(id);
    return related ? [entryButton(context, related)] : [];
  });
}
