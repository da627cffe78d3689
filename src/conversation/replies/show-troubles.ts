import { type Answer, paragraph } from "../../answer/answer.ts";
import { plain, strong, type Text } from "../../answer/text.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, entryButton, homeButton, inMenu, primary, type ReplyContext } from "./context.ts";
import { sayText } from "./short-answers.ts";

// Several troubles of one person, one after the other.

/** In which order troubles are best solved: those that are settled in the console wait until somebody can sign in. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return [...entries.filter((entry) => !entry.needsSignIn), ...entries.filter((entry) => entry.needsSignIn)];
}

/**
 * Names the troubles of a message, and which one comes first.
 * @param entries in their order
 */
export function showTroubles(context: ReplyContext, entries: readonly Entry[]): Answer {
  const { locale, strings } = context;
  const [first, ...others] = entries;
  const hasReason = first && !first.needsSignIn && others.some(({ needsSignIn }) => needsSignIn);
  const { first: plainly, signInFirst } = strings.troubles;
  const list = new Intl.ListFormat(locale).formatToParts(entries.map((entry) => nameOf(context, entry)));
  const topics = list.map(({ type, value }) => (type === "element" ? strong(value) : plain(value)));
  const [before = "", after = ""] = strings.several.split("{topics}");
  const order = first && fillNames(hasReason ? signInFirst : plainly, { first: nameOf(context, first) });
  return {
    locale,
    blocks: [paragraph(plain(before), ...topics, plain(after), ...(order ? [plain(" "), ...order] : []))],
    buttons: [
      ...(first ? [primary(entryButton(context, first))] : []),
      ...others.map((entry) => entryButton(context, entry)),
      button(context, strings.buttons.noneOfThese, "person"),
      ...inMenu(context, "more", [homeButton(context)]),
    ],
  };
}

/** One trouble is solved: whether to go on with the next. */
export function offerNext(context: ReplyContext, done: Entry, next: Entry): Answer {
  const { troubles, buttons } = context.strings;
  const names = { done: nameOf(context, done), next: nameOf(context, next) };
  return sayText(context, fillNames(troubles.next, names), [
    primary(entryButton(context, next)),
    button(context, buttons.notNow, "later", next),
    ...inMenu(context, "more", [homeButton(context)]),
  ]);
}

/** Another trouble was told while one is being solved. */
export function sayNoted(context: ReplyContext, current: Entry, later: Entry): Answer {
  const { troubles, buttons } = context.strings;
  const names = { current: nameOf(context, current), later: nameOf(context, later) };
  return sayText(context, fillNames(troubles.noted, names), [
    button(context, buttons.solved, "solved", current),
    button(context, buttons.stuck, "stuck", current),
    entryButton(context, later),
  ]);
}

function nameOf({ locale }: ReplyContext, entry: Entry): string {
  return textOf(entry, locale).short;
}

/** A sentence with names in bold. */
function fillNames(sentence: string, names: Readonly<Record<string, string>>): Text {
  return sentence.split(/\{(\w+)\}/).flatMap((part, index) => {
    if (index % 2 === 1) return [strong(names[part] ?? "")];
    return part === "" ? [] : [plain(part)];
  });
}
