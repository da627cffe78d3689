import { type Locale, locales } from "./locale.ts";

/**
 * What a button does. `show` opens an entry, `language` opens it and keeps to that language, `solved` and `stuck` say how its steps went, `other` means "not
 * what I meant", `case` shows the way to AWS Support, `message` the message to the administrator (in the
 * button's language) and `message-other` the same in the other one, `administrator` the steps for who receives
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
  readonly locale: Locale;
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

/** `version.action.entry.locale`, with `-` for no entry, and the mark before it where it opens a form. */
export function writeToken({ action, entry, locale }: Token): string {
  const mark = formActions.includes(action) ? formMark : "";
  return `${mark}${[version, action, entry ?? none, locale].join(".")}`;
}

/** Reads a token strictly; anything else than what `writeToken` writes is undefined. */
export function readToken(raw: string): Token | undefined {
  if (raw.length > tokenLimit) return undefined;
  const isMarked = opensForm(raw);
  const [givenVersion, givenAction, entry, givenLocale, ...rest] = raw.slice(isMarked ? 1 : 0).split(".");
  const action = actions.find((known) => known === givenAction && formActions.includes(known) === isMarked);
  const locale = locales.find((known) => known === givenLocale);
  if (givenVersion !== version || !action || !entry || !locale || rest.length > 0) return undefined;
  if (entry === none) return { action, locale };
  return { action, entry, locale };
}

/** The longest token that an entry with this id can need. */
export function longestTokenOf(entry: string): number {
  return Math.max(...actions.map((action) => writeToken({ action, entry, locale: "en" }).length));
}
