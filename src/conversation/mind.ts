import type { Locale } from "../answer/locale.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import { createDetectLanguage } from "../matching/detect-language.ts";
import { createMatcher } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { cuesOf } from "./hear.ts";
import type { Mind } from "./step.ts";
import { wordsFor } from "./wording/words-for.ts";

/** @param model what was learned from this very knowledge */
export function createMind(knowledge: Knowledge, model: Model): Mind {
  const textsIn = (locale: Locale) => [
    ...cuesOf(wordsFor(locale)),
    ...knowledge.entries.flatMap((entry) =>
      textsOf(entry).flatMap(([language, { title, phrases }]) =>
        language === locale ? [title, ...phrases] : [],
      ),
    ),
  ];
  return {
    knowledge,
    match: createMatcher(knowledge, model),
    detect: createDetectLanguage({ en: textsIn("en"), vi: textsIn("vi") }),
  };
}
