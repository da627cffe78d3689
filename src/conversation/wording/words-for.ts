import type { Locale } from "../../answer/locale.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";
import type { Wording } from "./wording.ts";

const wordings: Readonly<Record<Locale, Wording>> = { en, vi };

export function wordsFor(locale: Locale): Wording {
  return wordings[locale];
}

/** Wordings of every language: people mix them in short messages. */
export const allWordings: readonly Wording[] = Object.values(wordings);
