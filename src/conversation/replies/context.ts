import type { Button } from "../../answer/answer.ts";
import type { Locale } from "../../answer/locale.ts";
import { type Action, writeToken } from "../../answer/token.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { type Knowledge, textOf, wordingOf } from "../../knowledge/knowledge.ts";
import type { Wording } from "../../knowledge/wording.ts";

/** What every reply is made from: the knowledge, and the language to speak. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly locale: Locale;
  readonly words: Wording;
  /** Whether there is a team that people can be handed over to. */
  readonly hasTeam: boolean;
}

/** @param locale a language that is spoken */
export function createContext(knowledge: Knowledge, locale: Locale, hasTeam = false): Context {
  return { knowledge, locale, words: wordingOf(knowledge, locale), hasTeam };
}

export function button({ locale }: Context, label: string, action: Action, entry?: Entry): Button {
  return { kind: "press", label, token: writeToken({ action, locale, ...(entry && { entry: entry.id }) }) };
}

/** Leads to an entry under its short name. */
export function entryButton(context: Context, entry: Entry): Button {
  return button(context, textOf(entry, context.locale).short, "show", entry);
}

/** The languages beside the one spoken that an entry, or else any entry, has a text in. */
export function otherLanguages({ locale, knowledge }: Context, entry?: Entry): readonly Locale[] {
  const { languages, wordings } = knowledge;
  return languages.filter(
    (other) => other !== locale && wordings.has(other) && (!entry || entry.text[other] !== undefined),
  );
}

/** Each shows the entry, or the front page, in another language and goes on in it. */
export function languageButtons(context: Context, entry?: Entry): readonly Button[] {
  return otherLanguages(context, entry)
    .map((other) => createContext(context.knowledge, other, context.hasTeam))
    .map((other) => button(other, other.words.name, "language", entry));
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

/** Hands over to the team; nothing where there is none. */
export function teamButtons(context: Context, entry?: Entry): readonly Button[] {
  return context.hasTeam ? [button(context, context.words.buttons.askTeam, "team", entry)] : [];
}

export function personButton(context: Context): Button {
  return button(context, context.words.buttons.person, "person");
}
