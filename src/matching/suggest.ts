import type { Suggest } from "../answer/suggestion.ts";
import { type Knowledge, textOf } from "../knowledge/knowledge.ts";
import { toWords } from "../lib/normalise.ts";
import { createSuggestIndex, type SuggestIndex } from "./suggest-index.ts";

/** More would have to be read before they help; Discord takes 25 (interactions/application-commands, autocomplete). */
const maxSuggestions = 7;
/** Further characters and words are ignored. */
const maxTypedCharacters = 500;
const maxTypedWords = 12;

/**
 * Suggests entries while a question is typed: what fits, best first, and nothing where nothing fits. Before anything is
 * typed, these are the topics of the front page. Titles and phrases of all languages count, since people mix them. They
 * are indexed when they are first searched.
 */
export function createSuggest(knowledge: Knowledge): Suggest {
  const { entries, home, find } = knowledge;
  const page = home === undefined ? undefined : find(home);
  const topics = page?.kind === "choice" ? page.options : entries.map(({ id }) => id);
  let index: SuggestIndex | undefined;
  const search: SuggestIndex = (words) => {
    index ??= createSuggestIndex(knowledge);
    return index(words);
  };

  return (typed, locale) => {
    const words = toWords(typed.slice(0, maxTypedCharacters)).slice(0, maxTypedWords);
    const found = words.length > 0 ? search(words) : topics;
    return found.slice(0, maxSuggestions).flatMap((id) => {
      const entry = find(id);
      return entry ? [{ entry: id, title: textOf(entry, locale).title }] : [];
    });
  };
}
