import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { english, type Words } from "./words-en.ts";
import { vietnamese } from "./words-vi.ts";

/** The languages of the page itself. */
export const languages = { en: english, vi: vietnamese } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof languages;

export const WordsContext = createContext<Words>(english);

export function useWords(): Words {
  return useContext(WordsContext);
}

export function isLanguage(name: string | null): name is Language {
  return name !== null && name in languages;
}
