/** The time of day, formatted for the page's language. */
export function timeOf(milliseconds: number): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, style);
}
