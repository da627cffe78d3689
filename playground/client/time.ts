/** The time of day, formatted for the page's language. */
export function timeOf(milliseconds: number): string {
  return timeIn(milliseconds, { timeStyle: "short" });
}

/** What of a point in time is shown, and how. */
export type TimeStyle = Readonly<Omit<Intl.DateTimeFormatOptions, "timeZone" | "hourCycle">>;

const momentStyle: TimeStyle = { dateStyle: "medium", timeStyle: "short" };

/** A point in time in the reader's zone, formatted for the page's language: its day and time, if no style is given. */
export function timeIn(milliseconds: number, style: TimeStyle = momentStyle): string {
  return new Date(milliseconds).toLocaleString(document.documentElement.lang, { ...style, hourCycle: "h23" });
}

/** Whether a number is a time that can be shown. */
export function isTime(milliseconds: number): boolean {
  return !Number.isNaN(new Date(milliseconds).getTime());
}
