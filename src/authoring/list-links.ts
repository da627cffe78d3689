import type { Entry } from "../knowledge/entry.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { addressesIn } from "../lib/addresses-in.ts";

/** An address that the knowledge leads to. */
export interface KnownLink {
  readonly url: string;
  /** ISO date of the last check of an entry that names it; absent if only undated texts do. */
  readonly checked?: string | undefined;
  /** Ids of the entries that name it, and the languages whose sentences do. */
  readonly namedBy: readonly string[];
}

/** Every address once: what was never checked first, then the longest unchecked, then by address. */
export function listLinks({ entries, strings }: Knowledge): readonly KnownLink[] {
  const links = new Map<string, KnownLink>();
  for (const entry of entries) {
    for (const url of addressesOf(entry)) note(links, { url, checked: entry.verified, namedBy: [entry.id] });
  }
  for (const [locale, ofLanguage] of strings) {
    for (const url of addressesIn(ofLanguage).filter(isComplete)) note(links, { url, namedBy: [locale] });
  }
  return [...links.values()].toSorted(
    (one, other) => compare(one.checked ?? "", other.checked ?? "") || compare(one.url, other.url),
  );
}

/** The message to the administrator is kept as it is sent, so its addresses stand in its words. */
function addressesOf(entry: Entry): readonly string[] {
  const messages = Object.values(entry.text).map((text) => text?.message ?? "");
  return [...addressesIn(entry), ...messages.flatMap((message) => message.match(/https:\/\/\S+/g) ?? [])];
}

/** Not one that a sentence leaves open: {url}. */
function isComplete(url: string): boolean {
  return URL.canParse(url);
}

function note(links: Map<string, KnownLink>, { url, checked, namedBy }: KnownLink): void {
  const known = links.get(url);
  links.set(url, {
    url,
    checked: [known?.checked, checked]
      .flatMap((date) => date ?? [])
      .toSorted(compare)
      .at(-1),
    namedBy: [...new Set([...(known?.namedBy ?? []), ...namedBy])],
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
