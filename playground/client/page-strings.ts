import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type PersonName, people } from "../server/people.ts";
import { english, type PageStrings } from "./strings-en.ts";
import { vietnamese } from "./strings-vi.ts";

/** The page's own languages; the bot's are those of the knowledge. */
export const languages = { en: english, vi: vietnamese } as const satisfies Readonly<
  Record<string, PageStrings>
>;
export type Language = keyof typeof languages;

export const StringsContext = createContext<PageStrings>(english);

export function useStrings(): PageStrings {
  return useContext(StringsContext);
}

/**
 * The page's language: the one that the reader chose, or else the person's, if it is another than English, or else the
 * browser's.
 */
export function languageFor(person: PersonName, chosen: string): Language {
  if (isLanguage(chosen)) return chosen;
  const ofPerson = people.find(({ name }) => name === person)?.locale;
  const wanted = ofPerson === undefined || ofPerson.startsWith("en") ? navigator.language : ofPerson;
  const [language = ""] = wanted.split("-");
  return isLanguage(language) ? language : "en";
}

export function isLanguage(name: string | null): name is Language {
  return name !== null && name in languages;
}
