import { type Answer, type Block, type Button, paragraph } from "../../answer/answer.ts";
import { fill, plain, strong } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { EntryPart } from "../../knowledge/entry-parts.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import {
  button,
  entryButton,
  feedbackButtons,
  inMenu,
  languageButtons,
  personButton,
  primary,
  type ReplyContext,
  teamButtons,
} from "./context.ts";

import { escalationButtons } from "./show-escalation.ts";

interface QuotedParts {
  /** Empty if no part answers what was asked. */
  readonly parts: readonly EntryPart[];
  /** Whether they may not be the answer. */
  readonly isUnsure: boolean;
  /** Other topics that may be meant. */
  readonly perhaps: readonly Entry[];
}

/** Parts of an entry that answer a question about it, each with its number if it is a step. Says so if there is none. */
export function showParts(context: ReplyContext, entry: Entry, quoted: QuotedParts): Answer {
  const { parts, isUnsure, perhaps } = quoted;
  const { strings } = context;
  if (parts.length === 0) return sayNothingMore(context, entry, perhaps);
  const isStuck = parts.some(({ kind }) => kind === "stuck");
  return {
    locale: context.locale,
    blocks: [
      ...(isUnsure ? [paragraph(plain(strings.askedBack.closest))] : []),
      ...parts.flatMap((part) => partBlocks(context, part)),
      ...perhapsBlocks(context, perhaps),
    ],
    buttons: [
      ...(isStuck ? escalationButtons(context, entry) : []),
      ...(isStuck
        ? [button(context, strings.buttons.solved, "solved", entry)]
        : feedbackButtons(context, entry)),
      ...perhapsButtons(context, perhaps),
      ...inMenu(context, "more", [
        ...waysOn(context, entry),
        button(context, strings.buttons.somethingElse, "other", entry),
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
function sayNothingMore(context: ReplyContext, entry: Entry, perhaps: readonly Entry[]): Answer {
  const { locale, strings } = context;
  const topic = `“${textOf(entry, locale).short}”`;
  return {
    locale,
    blocks: [
      paragraph(plain(fill(strings.askedBack.nothing, { topic }))),
      ...perhapsBlocks(context, perhaps),
    ],
    buttons: [
      primary(button(context, strings.buttons.stuck, "stuck", entry)),
      ...perhapsButtons(context, perhaps),
      ...waysOn(context, entry),
      button(context, strings.buttons.somethingElse, "other", entry),
      ...inMenu(context, "more", languageButtons(context, entry)),
    ],
  };
}

/** Asks whether other topics are meant; their buttons stand below. */
function perhapsBlocks({ strings }: ReplyContext, perhaps: readonly Entry[]): readonly Block[] {
  return perhaps.length > 0 ? [paragraph(plain(strings.askedBack.perhaps))] : [];
}

function perhapsButtons(context: ReplyContext, perhaps: readonly Entry[]): readonly Button[] {
  return perhaps.map((entry) => entryButton(context, entry));
}

/** The team, or else the ways to a person. */
function waysOn(context: ReplyContext, entry: Entry) {
  const team = teamButtons(context, entry);
  return team.length > 0 ? team : [personButton(context)];
}
