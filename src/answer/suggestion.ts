import type { Locale } from "./locale.ts";

/** An entry that fits what has been typed so far, with its title in the language. */
interface Suggestion {
  readonly entry: string;
  readonly title: string;
}

/**
 * What fits while somebody is still typing, at most 25, the best first; for nothing typed yet, the front page's
 * options and then the rest. Quick enough for every key. The language is as the platform names it.
 */
export type Suggest = (typed: string, locale: Locale) => readonly Suggestion[];
