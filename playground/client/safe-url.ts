/** An address that may be followed from the page, or undefined: nothing that runs. */
export function safeUrl(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return ["https:", "http:", "mailto:"].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
