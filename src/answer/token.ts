import { type Locale, localePattern } from "./locale.ts";

/**
 * What a button does. `show` opens an entry, `language` opens it and keeps to that language, `solved` and `stuck` say
 * how its steps went, `other` means "not what I meant", `home` leads to the topics, `person` to a way to a person,
 * `share` shows an entry to everybody where it was seen by one, `remove` takes back what was said unasked.
 *
 * To AWS Support: `case` leads to the draft, `fill` asks what it needs, `edit` lets its text be changed, `door` shows
 * where it is sent, `case-sent` asks for the number it got, `forget` deletes it. To the administrator: `message` is in
 * the button's language, `message-other` in another one, `administrator` the steps for who receives it. `sent` says
 * that a case or a message is on its way.
 *
 * To the team: `team` hands over to it; there `take` and `close` say who cares for it, `reply` answers the team, and
 * `relayed` shows what it wrote.
 *
 * `fill`, `edit`, `case-sent`, `reply` and `ask`, to ask in one's own words, open a form.
 */
export const actions = [
  "show",
  "language",
  "solved",
  "stuck",
  "other",
  "home",
  "person",
  "share",
  "remove",
  "case",
  "fill",
  "edit",
  "door",
  "case-sent",
  "forget",
  "message",
  "message-other",
  "administrator",
  "sent",
  "team",
  "take",
  "close",
  "reply",
  "relayed",
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
  /** Which of a form's steps `fill` asks, from 2 on. */
  readonly step?: number;
  /** Which handing over to the team it is about. */
  readonly handover?: string;
}

/** The most characters of a token: Discord's limit for a custom_id (interactions, components/reference). */
export const tokenLimit = 100;

const version = "1";
const noEntryMark = "-";

/** Actions that are answered with a form. */
const formActions: readonly Action[] = ["ask", "fill", "edit", "case-sent", "reply"];
/** Actions about a handing over, whose id stands where others name an entry. */
const handoverActions: readonly Action[] = ["take", "close", "reply", "relayed"];
/** What a token begins with whose press opens a form: platforms have to know that before they do anything else. */
const formMark = "+";

/** Whether a press of the button opens a form. */
export function opensForm(token: string): boolean {
  return token.startsWith(formMark);
}

/**
 * `version.action.entry.locale`, with `-` for no entry, and the mark before it where it opens a form; `message-other`
 * ends with the language that it leads to, `fill` with its step.
 */
export function writeToken({ action, entry, handover, locale, into, step }: Token): string {
  const mark = formActions.includes(action) ? formMark : "";
  const end = into ?? step;
  const parts = [
    version,
    action,
    handover ?? entry ?? noEntryMark,
    locale,
    ...(end === undefined ? [] : [end]),
  ];
  return `${mark}${parts.join(".")}`;
}

/** Reads a token strictly; anything else than what `writeToken` writes is undefined. */
export function readToken(raw: string): Token | undefined {
  if (raw.length > tokenLimit) return undefined;
  const isMarked = opensForm(raw);
  const [givenVersion, givenAction, about, locale = "", end, ...rest] = raw
    .slice(isMarked ? 1 : 0)
    .split(".");
  const action = actions.find((known) => known === givenAction && formActions.includes(known) === isMarked);
  if (givenVersion !== version || !action || !about || rest.length > 0) return undefined;
  const ending = readEnding(action, end);
  if (!localePattern.test(locale) || !ending) return undefined;
  const isHandover = handoverActions.includes(action);
  if (about === noEntryMark) return isHandover ? undefined : { action, locale, ...ending };
  return { action, ...(isHandover ? { handover: about } : { entry: about }), locale, ...ending };
}

/** The first step is the one without a number. */
const stepPattern = /^[2-9]$/;

function readEnding(action: Action, end: string | undefined): Pick<Token, "into" | "step"> | undefined {
  if (end === undefined) return {};
  if (action === "message-other" && localePattern.test(end)) return { into: end };
  if (action === "fill" && stepPattern.test(end)) return { step: Number(end) };
  return undefined;
}

/** The longest token that an entry with this id can need where these languages are spoken. */
export function longestTokenOf(entry: string, locales: readonly Locale[]): number {
  const ofEntries = actions.filter((action) => !handoverActions.includes(action));
  const lengths = ofEntries.flatMap((action) =>
    locales.map((locale) => {
      const into =
        action === "message-other" ? longestOf(locales.filter((other) => other !== locale)) : undefined;
      const step = action === "fill" ? 2 : undefined;
      return writeToken({
        action,
        entry,
        locale,
        ...(into !== undefined && { into }),
        ...(step && { step }),
      }).length;
    }),
  );
  return Math.max(...lengths);
}

function longestOf(locales: readonly Locale[]): Locale | undefined {
  return locales.toSorted((one, other) => other.length - one.length)[0];
}
