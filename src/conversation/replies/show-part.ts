import { type Answer, type Block, paragraph } from "../../answer/answer.ts";
import { fill, plain, strong } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { EntryPart } from "../../knowledge/entry-parts.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import {
  button,
  feedbackButtons,
  inMenu,
  languageButtons,
  personButton,
  primary,
  type ReplyContext,
  teamButtons,
} from "./context.ts";
import { escalationButtons } from "./show-escalation.ts";

/** Parts of an entry that answer a question about it, each with its number if it is a step. */
export function showParts(context: ReplyContext, entry: Entry, parts: readonly EntryPart[]): Answer {
  const isStuck = parts.some(({ kind }) => kind === "stuck");
  return {
    locale: context.locale,
    blocks: parts.flatMap((part) => partBlocks(context, part)),
    buttons: [
      ...(isStuck ? escalationButtons(context, entry) : []),
      ...(isStuck
        ? [button(context, context.strings.buttons.solved, "solved", entry)]
        : feedbackButtons(context, entry)),
      ...inMenu(context, "more", [
        ...waysOn(context, entry),
        button(context, context.strings.buttons.somethingElse, "other", entry),
        ...languageButtons(context, entry),
      ]),
    ],
  };
}

function partBlocks({ strings }: ReplyContext, part: EntryPart): readonly Block[] {
  if (part.kind !== "step") return part.blocks;
  const head = fill(strings.askedBack.step, { number: String(part.number) });
  return [paragraph(strong(head)), ...part.blocks];
}

/** Says that nothing more is known about an entry, and leads on. */
export function sayNothingMore(context: ReplyContext, entry: Entry): Answer {
  const { locale, strings } = context;
  const topic = `“${textOf(entry, locale).short}”`;
  return {
    locale,
    blocks: [paragraph(plain(fill(strings.askedBack.nothing, { topic })))],
    buttons: [
      primary(button(context, strings.buttons.stuck, "stuck", entry)),
      ...waysOn(context, entry),
      button(context, strings.buttons.somethingElse, "other", entry),
      ...inMenu(context, "more", languageButtons(context, entry)),
    ],
  };
}

/** The team, or else the ways to a person. */
function waysOn(context: ReplyContext, entry: Entry) {
  const team = teamButtons(context, entry);
  return team.length > 0 ? team : [personButton(context)];
}
