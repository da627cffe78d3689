import { createContext } from "preact";
import { useContext } from "preact/hooks";
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

export function isLanguage(name: string | null): name is Language {
  return name !== null && name in languages;
}
