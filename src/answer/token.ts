import { type Locale, localePattern } from "./locale.ts";

/**
 * What a button does. `show` opens an entry; `language` shows what is on the screen, or the entry, in another language and
 * keeps that language;
 * `sources` names every page it comes from; `solved` and `stuck` say how the steps went; `other` means "not what I
 * meant"; `home` shows the topics; `person` leads to a person; `share` shows everybody an answer that one person saw;
 * `remove` deletes an unasked answer; `ask` asks in one's own words; `later` leaves another trouble for later.
 *
 * AWS Support: `case` shows the draft, `fill` asks what it needs, `edit` changes its text, `door` shows where to send
 * it, `case-sent` asks for the case id, `forget` deletes the draft. The administrator: `message` is in the button's
 * language, `message-other` in another one, `administrator` shows the steps for the administrator. `sent` says that a
 * case or message was sent.
 *
 * The team: `team` hands over to it; `reply` answers it; `relayed` shows what it wrote; `forward` passes on words that
 * the bot took for its own. In the team's channel: `take` says who handles it; `close` asks whether to close it, and
 * `close-now` and `keep-open` answer that; `open-again` undoes it.
 *
 * What is kept of who presses: `kept` shows it, `forget-all` deletes it, `keep-all` leaves it.
 *
 * `fill`, `edit`, `case-sent`, `reply` and `ask` open a form.
 */
export const actions = [
  "show",
  "language",
  "sources",
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
  "close-now",
  "keep-open",
  "open-again",
  "reply",
  "relayed",
  "forward",
  "ask",
  "kept",
  "forget-all",
  "keep-all",
  "later",
] as const;

export type Action = (typeof actions)[number];

/**
 * What a `language` button shows again, if it stands under anything but an entry. At most 7 letters, so that no token gets
 * longer than that of a message in another language.
 */
export const shownKinds = [
  "sources",
  "stuck",
  "parts",
  "person",
  "message",
  "admin",
  "case",
  "untried",
  "door",
  "form",
  "erased",
  "guesses",
  "several",
  "next",
  "noted",
  "nudge",
  "topics",
  "said",
  "about",
  "sorry",
  "foreign",
  "kept",
  "keeping",
  "request",
] as const;
export type ShownKind = (typeof shownKinds)[number];

/** Everything that a button means. `entry` is absent if it belongs to no entry. */
export interface Token {
  readonly action: Action;
  readonly entry?: string;
  /** The language of the button's message; it may no longer be spoken. */
  readonly locale: Locale;
  /** The language that `message-other` leads to; absent on old buttons, from when there was only one other. */
  readonly into?: Locale;
  /** What `language` shows again; absent under an entry, and on old buttons. */
  readonly shown?: ShownKind;
  /** The step of the form that `fill` opens, from 2 on. */
  readonly step?: number;
  /** The id of the handover to the team. */
  readonly handover?: string;
  /** Which words `forward` passes on: their id in the person's state. */
  readonly words?: string;
}

/** Maximum characters of a token: Discord's limit for a custom_id (components/reference). */
export const tokenLimit = 100;

const version = "1";
const noEntryMark = "-";

/** Actions that open a form. */
const formActions: readonly Action[] = ["ask", "fill", "edit", "case-sent", "reply"];
/** What the team's own buttons do, in its channel. */
const teamSideActions: readonly Action[] = ["take", "close", "close-now", "keep-open", "open-again"];
/** Actions about a handover; its id stands where other tokens name an entry. */
const handoverActions: readonly Action[] = [...teamSideActions, "reply", "relayed", "forward"];

/** Whether only the team may do it, in its channel. */
export function isOfTeamSide(action: Action): boolean {
  return teamSideActions.includes(action);
}
/** Marks tokens that open a form: adapters need to know before they acknowledge the press. */
const formMark = "+";

/** Whether a press of the button opens a form. */
export function opensForm(token: string): boolean {
  return token.startsWith(formMark);
}

/**
 * Writes `version.action.entry.locale`, with `-` for no entry and a leading `+` if it opens a form. `message-other` has
 * the language that it leads to as a fifth part, `fill` its step, `forward` its words, `language` what it shows again.
 */
export function writeToken({ action, entry, handover, locale, into, step, words, shown }: Token): string {
  const mark = formActions.includes(action) ? formMark : "";
  const end = into ?? step ?? words ?? shown;
  const parts = [
    version,
    action,
    handover ?? entry ?? noEntryMark,
    locale,
    ...(end === undefined ? [] : [end]),
  ];
  return `${mark}${parts.join(".")}`;
}

/** Reads a token strictly: undefined for anything that `writeToken` does not write. */
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

/** The first step has no number. */
const stepPattern = /^[2-9]$/;
const wordsPattern = /^[0-9a-f]{8}$/;

function readEnding(
  action: Action,
  end: string | undefined,
): Pick<Token, "into" | "step" | "words" | "shown"> | undefined {
  if (end === undefined) return {};
  const shown = action === "language" ? shownKinds.find((kind) => kind === end) : undefined;
  if (shown) return { shown };
  if (action === "message-other" && localePattern.test(end)) return { into: end };
  if (action === "fill" && stepPattern.test(end)) return { step: Number(end) };
  if (action === "forward" && wordsPattern.test(end)) return { words: end };
  return undefined;
}

/** The length of the longest token of an entry, if these languages are spoken. */
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
