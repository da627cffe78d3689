import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { fill, plain } from "../../answer/text.ts";
import type { AnswerEntry, ChoiceEntry, ElsewhereEntry, Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { shorten } from "../../lib/shorten.ts";
import {
  button,
  entryButton,
  feedbackButtons,
  homeButton,
  inMenu,
  languageButtons,
  personButton,
  type ReplyContext,
} from "./context.ts";
import { sourceButtons, sourceNote } from "./show-sources.ts";

/** Maximum characters of the question above a shared answer. */
const maxSharedQuestionCharacters = 300;

/** An entry's first message: the steps, the source, and the buttons. */
export function showEntry(context: ReplyContext, entry: Entry): Answer {
  const { title, body } = textOf(entry, context.locale);
  return {
    locale: context.locale,
    title,
    blocks: [...body, ...sourceNote(context, entry)],
    buttons: buttonsOf(context, entry),
  };
}

/** An entry as one person shows it to everybody, with what they had asked, if that is known. */
export function showShared(context: ReplyContext, entry: Entry, question: string | undefined): Answer {
  const answer = showEntry(context, entry);
  if (question === undefined) return answer;
  const asked = fill(context.strings.surface.sharedQuestion, {
    question: shorten(question, maxSharedQuestionCharacters),
  });
  return { ...answer, blocks: [paragraph(plain(asked)), ...answer.blocks] };
}

function buttonsOf(context: ReplyContext, entry: Entry): readonly Button[] {
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
  return [
    ...feedbackButtons(context, entry),
    ...relatedButtons(context, entry),
    ...inMenu(context, "more", [
      button(context, context.strings.buttons.notMeant, "other", entry),
      personButton(context),
      ...sourceButtons(context, entry),
      ...languageButtons(context, entry),
    ]),
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
    ...inMenu(context, "more", [personButton(context), ...languageButtons(context, entry)]),
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
    ...inMenu(context, "more", [
      homeButton(context),
      personButton(context),
      ...sourceButtons(context, entry),
      ...languageButtons(context, entry),
    ]),
  ];
}

function relatedButtons(context: ReplyContext, entry: Entry): readonly Button[] {
  const related = entry.related.flatMap((id) => context.knowledge.find(id) ?? []);
  return inMenu(
    context,
    "related",
    related.map((other) => entryButton(context, other)),
  );
}
