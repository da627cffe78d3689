/** The time of day, as the page's language writes it. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
  });
}
