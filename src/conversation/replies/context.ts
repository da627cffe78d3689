import type { Button } from "../../answer/answer.ts";
import { type Locale, languageNames, otherLocale } from "../../answer/locale.ts";
import { type Action, writeToken } from "../../answer/token.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { type Knowledge, textOf } from "../../knowledge/knowledge.ts";
import type { Wording } from "../wording/wording.ts";
import { wordsFor } from "../wording/words-for.ts";

/** What every reply is made from: the knowledge, and the language to speak. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly locale: Locale;
  readonly words: Wording;
}

export function createContext(knowledge: Knowledge, locale: Locale): Context {
  return { knowledge, locale, words: wordsFor(locale) };
}

export function button({ locale }: Context, label: string, action: Action, entry?: Entry): Button {
  return { kind: "press", label, token: writeToken({ action, locale, ...(entry && { entry: entry.id }) }) };
}

/** Leads to an entry under its short name. */
export function entryButton(context: Context, entry: Entry): Button {
  return button(context, textOf(entry, context.locale).short, "show", entry);
}

/** Shows the entry, or the front page, in the other language and goes on in it; nothing where there is no text. */
export function languageButton({ locale, knowledge }: Context, entry?: Entry): readonly Button[] {
  const other = otherLocale(locale);
  if (!(entry ? entry.text[other] : knowledge.languages.includes(other))) return [];
  const token = writeToken({ action: "language", locale: other, ...(entry && { entry: entry.id }) });
  return [{ kind: "press", label: languageNames[other], token }];
}

/** The front page, where a pack has one. */
export function homeOf({ home, find }: Knowledge): Entry | undefined {
  return home === undefined ? undefined : find(home);
}

const topicsWithoutHome = 6;

/** The entries behind the front page, which lead on from anywhere. */
function topicsOf(knowledge: Knowledge): readonly Entry[] {
  const { entries, find } = knowledge;
  const page = homeOf(knowledge);
  if (page?.kind !== "choice")
    return entries.filter(({ kind }) => kind === "answer").slice(0, topicsWithoutHome);
  return page.options.flatMap((id) => find(id) ?? []);
}

export function topicButtons(context: Context): readonly Button[] {
  const { knowledge, locale } = context;
  const page = homeOf(knowledge);
  const labels = new Map(Object.entries(page ? textOf(page, locale).options : {}));
  return topicsOf(knowledge).map((entry) =>
    button(context, labels.get(entry.id) ?? textOf(entry, locale).short, "show", entry),
  );
}

export function homeButton(context: Context): Button {
  return button(context, context.words.buttons.topics, "home");
}

export function personButton(context: Context): Button {
  return button(context, context.words.buttons.person, "person");
}
