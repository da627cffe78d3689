import type { PressButton } from "../../answer/answer.ts";
import type { Locale } from "../../answer/locale.ts";
import { type Action, type ShownKind, writeToken } from "../../answer/token.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { type Knowledge, stringsOf, textOf } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";

/** What every reply is made from: the knowledge and the language. */
export interface ReplyContext {
  readonly knowledge: Knowledge;
  readonly locale: Locale;
  readonly strings: LanguageStrings;
  /** Whether there is a team to hand over to. */
  readonly hasTeam: boolean;
}

/** @param locale a language that has strings */
export function createReplyContext(knowledge: Knowledge, locale: Locale, hasTeam = false): ReplyContext {
  return { knowledge, locale, strings: stringsOf(knowledge, locale), hasTeam };
}

export function button({ locale }: ReplyContext, label: string, action: Action, entry?: Entry): PressButton {
  return { kind: "press", label, token: writeToken({ action, locale, ...(entry && { entry: entry.id }) }) };
}

/** The button that most people need next. */
export function primary(one: PressButton): PressButton {
  return { ...one, emphasis: "primary" };
}

/** Buttons that few people need: they go into the menu, where there are many. */
export function inMenu(
  { strings }: ReplyContext,
  heading: keyof LanguageStrings["menu"],
  buttons: readonly PressButton[],
): readonly PressButton[] {
  return buttons.map((one) => ({ ...one, menu: strings.menu[heading] }));
}

/** Whether the steps helped. */
export function feedbackButtons(context: ReplyContext, entry: Entry): readonly PressButton[] {
  const { solved, stuck } = context.strings.buttons;
  return [button(context, solved, "solved", entry), primary(button(context, stuck, "stuck", entry))];
}

/** A button to an entry, labelled with its short name. */
export function entryButton(context: ReplyContext, entry: Entry): PressButton {
  return button(context, textOf(entry, context.locale).short, "show", entry);
}

/** The other languages that the entry, or any entry, has a text in. */
export function otherLanguages({ locale, knowledge }: ReplyContext, entry?: Entry): readonly Locale[] {
  const { languages, strings } = knowledge;
  return languages.filter(
    (other) => other !== locale && strings.has(other) && (!entry || entry.text[other] !== undefined),
  );
}

/**
 * Buttons that show the entry, or the front page, in another language and keep that language.
 * @param shown what they show instead, as far as it can be shown again
 */
export function languageButtons(
  context: ReplyContext,
  entry?: Entry,
  shown?: ShownKind,
): readonly PressButton[] {
  return otherLanguages(context, entry).map((other) => ({
    kind: "press",
    label: stringsOf(context.knowledge, other).name,
    token: writeToken({
      action: "language",
      locale: other,
      ...(entry && { entry: entry.id }),
      ...(shown && { shown }),
    }),
  }));
}

/** The front page, if the pack has one. */
export function homeOf({ home, find }: Knowledge): Entry | undefined {
  return home === undefined ? undefined : find(home);
}

const maxTopicsWithoutHome = 6;

/** The entries behind the front page, which are offered wherever nothing else fits. */
function topicsOf(knowledge: Knowledge): readonly Entry[] {
  const { entries, find } = knowledge;
  const page = homeOf(knowledge);
  if (page?.kind !== "choice")
    return entries.filter(({ kind }) => kind === "answer").slice(0, maxTopicsWithoutHome);
  return page.options.flatMap((id) => find(id) ?? []);
}

export function topicButtons(context: ReplyContext): readonly PressButton[] {
  const { knowledge, locale } = context;
  const page = homeOf(knowledge);
  const labels = new Map(Object.entries(page ? textOf(page, locale).options : {}));
  return topicsOf(knowledge).map((entry) =>
    button(context, labels.get(entry.id) ?? textOf(entry, locale).short, "show", entry),
  );
}

export function homeButton(context: ReplyContext): PressButton {
  return button(context, context.strings.buttons.topics, "home");
}

/** The button that hands over to the team; empty if there is none. */
export function teamButtons(context: ReplyContext, entry?: Entry): readonly PressButton[] {
  return context.hasTeam ? [button(context, context.strings.buttons.askTeam, "team", entry)] : [];
}

export function personButton(context: ReplyContext): PressButton {
  return button(context, context.strings.buttons.person, "person");
}
