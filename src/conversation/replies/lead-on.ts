import { type Answer, type Button, paragraph } from "../../answer/answer.ts";
import { plain } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, type Context, entryButton, homeButton, personButton, topicButtons } from "./context.ts";
import { escalationButtons } from "./escalate.ts";

/** A sentence with the topics under it: what follows whenever there is no entry to speak of. */
export function sayWithTopics(context: Context, sentence: string): Answer {
  return say(context, sentence, [...topicButtons(context), personButton(context)]);
}

/** A sentence after an entry was solved or thanked for. */
export function sayAfter(context: Context, sentence: string, entry?: Entry): Answer {
  const { solved, stuck } = context.words.buttons;
  const ask = entry ? [button(context, solved, "solved", entry), button(context, stuck, "stuck", entry)] : [];
  return say(context, sentence, [...ask, homeButton(context)]);
}

/** Up to three entries to choose from. */
export function suggest(context: Context, sentence: string, entries: readonly Entry[]): Answer {
  return say(context, sentence, [
    ...entries.map((entry) => entryButton(context, entry)),
    button(context, context.words.buttons.noneOfThese, "person"),
  ]);
}

/** The way to somebody who can help: through the entry spoken of, or else through the pack's own. */
export function leadToPerson(context: Context, entry?: Entry): Answer {
  const { knowledge, locale, words } = context;
  const contact = knowledge.person === undefined ? undefined : knowledge.find(knowledge.person);
  const doors = [
    ...(entry ? escalationButtons(context, entry) : []),
    ...(contact ? escalationButtons(context, contact) : []),
  ];
  const unique = doors.filter(
    (door, index) => doors.findIndex(({ label }) => label === door.label) === index,
  );
  return {
    locale,
    blocks: [paragraph(plain(words.person)), ...(contact ? textOf(contact, locale).body : [])],
    buttons: [...unique, homeButton(context)],
  };
}

function say({ locale }: Context, sentence: string, buttons: readonly Button[]): Answer {
  return { locale, blocks: [paragraph(plain(sentence))], buttons };
}
