import { lastLocale } from "../../answer/locale.ts";
import type { Span } from "../../answer/text.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import type { ReplyContext } from "./context.ts";

// Days and points in time, as the language writes them.

/** Creating a format takes as long as the rest of an answer, so each language's is cached. */
const formats = new WeakMap<LanguageStrings["date"], Formats>();

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** An ISO date in the language's format. */
export function formatDay(context: ReplyContext, iso: string): string {
  return formatsOf(context).day.format(new Date(iso));
}

/** A point in time, in milliseconds since 1970. */
export function timeSpan(context: ReplyContext, at: number): Span {
  return { kind: "time", text: formatsOf(context).time.format(at), at };
}

function formatsOf({ locale, strings: { date } }: ReplyContext): Formats {
  const known = formats.get(date);
  if (known) return known;
  const { as: place = locale, day, month } = date;
  const inUtc = { day, year: "numeric", timeZone: "UTC" } as const;
  const created = {
    day: new Intl.DateTimeFormat([place, lastLocale], { ...inUtc, month }),
    time: new Intl.DateTimeFormat([place, lastLocale], {
      ...inUtc,
      month: month === "long" ? "short" : month,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    }),
  };
  formats.set(date, created);
  return created;
}
