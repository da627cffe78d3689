import { type Locale, localePattern } from "./locale.ts";

/**
 * What a button does. `show` opens an entry, `language` opens it and keeps to that language, `solved` and `stuck` say how its steps went, `other` means "not
 * what I meant", `case` shows the way to AWS Support, `message` the message to the administrator (in the
 * button's language) and `message-other` the same in another one, `administrator` the steps for who receives
 * it, `sent` says that the case or message is on its way, `person` asks for a way to a person, `home` for the
 * topics, `share` for showing an entry to everybody where it was seen by one, `remove` takes back what was said
 * unasked, `ask` opens a form to ask in one's own words, where words can't simply be typed.
 */
export const actions = [
  "show",
  "language",
  "solved",
  "stuck",
  "other",
  "case",
  "message",
  "message-other",
  "administrator",
  "sent",
  "person",
  "home",
  "share",
  "remove",
  "ask",
] as const;

export type Action = (typeof actions)[number];

/** A button's whole meaning. `entry` is absent where a button belongs to no entry. */
export interface Token {
  readonly action: Action;
  readonly entry?: string;
  /** The language of the message that holds the button, which may no longer be there. */
  readonly locale: Locale;
  /** The language that `message-other` leads to; absent on buttons from when there was but one other. */
  readonly into?: Locale;
}

/** The most characters of a token: Discord's limit for a custom_id (interactions, components/reference). */
export const tokenLimit = 100;

const version = "1";
const none = "-";

/** Actions that are answered with a form. */
const formActions: readonly Action[] = ["ask"];
/** What a token begins with whose press opens a form: platforms have to know that before they do anything else. */
const formMark = "+";

/** Whether a press of the button opens a form. */
function opensForm(token: string): boolean {
  return token.startsWith(formMark);
}

/**
 * `version.action.entry.locale`, with `-` for no entry, and the mark before it where it opens a form; `message-other`
 * ends with the language that it leads to.
 */
export function writeToken({ action, entry, locale, into }: Token): string {
  const mark = formActions.includes(action) ? formMark : "";
  return `${mark}${[version, action, entry ?? none, locale, ...(into === undefined ? [] : [into])].join(".")}`;
}

/** Reads a token strictly; anything else than what `writeToken` writes is undefined. */
export function readToken(raw: string): Token | undefined {
  if (raw.length > tokenLimit) return undefined;
  const isMarked = opensForm(raw);
  const [givenVersion, givenAction, entry, locale = "", into, ...rest] = raw
    .slice(isMarked ? 1 : 0)
    .split(".");
  const action = actions.find((known) => known === givenAction && formActions.includes(known) === isMarked);
  if (givenVersion !== version || !action || !entry || rest.length > 0) return undefined;
  if (!localePattern.test(locale)) return undefined;
  if (into !== undefined && (action !== "message-other" || !localePattern.test(into))) return undefined;
  return { action, ...(entry !== none && { entry }), locale, ...(into !== undefined && { into }) };
}

/** The longest token that an entry with this id can need where these languages are spoken. */
export function longestTokenOf(entry: string, locales: readonly Locale[]): number {
  const lengths = actions.flatMap((action) =>
    locales.map((locale) => {
      const into =
        action === "message-other" ? longestOf(locales.filter((other) => other !== locale)) : undefined;
      return writeToken({ action, entry, locale, ...(into !== undefined && { into }) }).length;
    }),
  );
  return Math.max(...lengths);
}

function longestOf(locales: readonly Locale[]): Locale | undefined {
  return locales.toSorted((one, other) => other.length - one.length)[0];
}
