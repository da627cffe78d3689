/** The time of day, as the page's language writes it. */
export function timeOf(milliseconds: number): string {
  const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, style);
}
