import type { Button } from "../../answer/answer.ts";
import type { Locale } from "../../answer/locale.ts";
import { type Action, writeToken } from "../../answer/token.ts";
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

export function button({ locale }: ReplyContext, label: string, action: Action, entry?: Entry): Button {
  return { kind: "press", label, token: writeToken({ action, locale, ...(entry && { entry: entry.id }) }) };
}

/** A button to an entry, labelled with its short name. */
export function entryButton(context: ReplyContext, entry: Entry): Button {
  return button(context, textOf(entry, context.locale).short, "show", entry);
}

/** The other languages that the entry, or any entry, has a text in. */
export function otherLanguages({ locale, knowledge }: ReplyContext, entry?: Entry): readonly Locale[] {
  const { languages, strings } = knowledge;
  return languages.filter(
    (other) => other !== locale && strings.has(other) && (!entry || entry.text[other] !== undefined),
  );
}

/** Buttons that show the entry, or the front page, in another language and keep that language. */
export function languageButtons(context: ReplyContext, entry?: Entry): readonly Button[] {
  return otherLanguages(context, entry)
    .map((other) => createReplyContext(context.knowledge, other, context.hasTeam))
    .map((other) => button(other, other.strings.name, "language", entry));
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

export function topicButtons(context: ReplyContext): readonly Button[] {
  const { knowledge, locale } = context;
  const page = homeOf(knowledge);
  const labels = new Map(Object.entries(page ? textOf(page, locale).options : {}));
  return topicsOf(knowledge).map((entry) =>
    button(context, labels.get(entry.id) ?? textOf(entry, locale).short, "show", entry),
  );
}

export function homeButton(context: ReplyContext): Button {
  return button(context, context.strings.buttons.topics, "home");
}

/** The button that hands over to the team; empty if there is none. */
export function teamButtons(context: ReplyContext, entry?: Entry): readonly Button[] {
  return context.hasTeam ? [button(context, context.strings.buttons.askTeam, "team", entry)] : [];
}

export function personButton(context: ReplyContext): Button {
  return button(context, context.strings.buttons.person, "person");
}
