import type { Locale } from "../answer/locale.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { Wording } from "../knowledge/wording.ts";
import { createDetectLanguage, type Sample } from "../matching/detect-language.ts";
import { createMatcher } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { createHear } from "./recognise-intent.ts";
import type { Mind } from "./types.ts";

/** @param model what was learned from this very knowledge */
export function createMind(knowledge: Knowledge, model: Model): Mind {
  return {
    knowledge,
    match: createMatcher(knowledge, model),
    hear: createHear(knowledge.wordings),
    detect: createDetectLanguage(
      [...knowledge.wordings].map(([locale, wording]) => toSample(knowledge, locale, wording)),
    ),
  };
}

function toSample({ entries }: Knowledge, locale: Locale, { heard, letters, lendsWords }: Wording): Sample {
  const written = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([language, { title, phrases }]) =>
      language === locale ? [title, ...phrases] : [],
    ),
  );
  return { locale, letters, lendsWords, texts: [...Object.values(heard).flat(), ...written] };
}
