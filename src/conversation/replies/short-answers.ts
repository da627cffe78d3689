import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { plain, type Text } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { State } from "../state.ts";
import {
  button,
  entryButton,
  homeButton,
  inMenu,
  languageButtons,
  personButton,
  type ReplyContext,
  teamButtons,
  topicButtons,
} from "./context.ts";
import { escalationButtons } from "./show-escalation.ts";

/** A sentence with the topics as buttons, for replies without an entry. */
export function sayWithTopics(context: ReplyContext, sentence: string): Answer {
  return say(context, sentence, [
    ...topicButtons(context),
    personButton(context),
    ...inMenu(context, "more", languageButtons(context)),
  ]);
}

/** A sentence with "solved" and "still stuck" buttons, neither of them likelier, if an entry is given. */
export function sayWithFeedback(context: ReplyContext, sentence: string, entry?: Entry): Answer {
  const { solved, stuck } = context.strings.buttons;
  const feedback = entry
    ? [button(context, solved, "solved", entry), button(context, stuck, "stuck", entry)]
    : [];
  return say(context, sentence, [...feedback, ...inMenu(context, "more", [homeButton(context)])]);
}

/** A sentence with entries to choose from. */
export function suggestEntries(context: ReplyContext, sentence: string, entries: readonly Entry[]): Answer {
  return say(context, sentence, [
    ...entries.map((entry) => entryButton(context, entry)),
    button(context, context.strings.buttons.noneOfThese, "person"),
    ...inMenu(context, "more", [homeButton(context), ...languageButtons(context)]),
  ]);
}

/** A sentence with the buttons that were last shown. */
export function sayWithOffered(context: ReplyContext, sentence: string, offered: State["offered"]): Answer {
  return say(
    context,
    sentence,
    offered.map((button) => ({ kind: "press", ...button })),
  );
}

/** Ways to somebody who can help: the entry's escalation, the pack's `person` entry, and the team. */
export function showWaysToPerson(context: ReplyContext, entry?: Entry): Answer {
  const { knowledge, strings } = context;
  const contact = knowledge.person === undefined ? undefined : knowledge.find(knowledge.person);
  return say(context, strings.person, [
    ...(entry?.kind === "answer" ? escalationButtons(context, entry) : []),
    ...(contact ? [entryButton(context, contact)] : []),
    ...teamButtons(context, entry),
    ...inMenu(context, "more", [homeButton(context), ...languageButtons(context)]),
  ]);
}

export function say(context: ReplyContext, sentence: string, buttons: readonly Button[]): Answer {
  return sayText(context, [plain(sentence)], buttons);
}

export function sayText({ locale }: ReplyContext, text: Text, buttons: readonly Button[]): Answer {
  return { locale, blocks: [paragraph(...text)], buttons };
}
