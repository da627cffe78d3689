import type { Locale } from "./locale.ts";

/** An entry that fits what has been typed so far, with its title in the asker's language. */
interface Suggestion {
  readonly entry: string;
  readonly title: string;
}

/**
 * Autocompletes a question: at most 25 entries, the best first; for an empty text, the front page's options and then the
 * rest. Fast enough for every keystroke. The locale is as the platform names it.
 */
export type Suggest = (typed: string, locale: Locale) => readonly Suggestion[];
