import { lastLocale } from "../answer/locale.ts";

const day = 86_400_000;
const days = new Intl.DateTimeFormat(lastLocale, { dateStyle: "long", timeZone: "UTC" });
const months = new Intl.DateTimeFormat(lastLocale, { month: "long", year: "numeric", timeZone: "UTC" });

/** Values for the dates in an answer's sentence, as of the time of the answer. */
export function datesAt(at: number): Readonly<Record<string, string>> {
  const now = new Date(at);
  return {
    today: days.format(at),
    yesterday: days.format(at - day),
    "this-month": months.format(at),
    "last-month": months.format(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)),
  };
}
