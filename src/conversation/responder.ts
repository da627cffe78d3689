import type { Locale } from "../answer/locale.ts";
import { type Knowledge, textsOf } from "../knowledge/knowledge.ts";
import type { LanguageStrings } from "../knowledge/language-strings.ts";
import { createDetectLanguage, type LanguageSample } from "../matching/detect-language.ts";
import { createMatcher } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { createSuggest } from "../matching/suggest.ts";
import { converse } from "./converse.ts";
import { createHear } from "./hear-answers.ts";
import { createIntentRecogniser } from "./recognise-intent.ts";
import { createAsks } from "./speak-unasked.ts";
import type { Responder } from "./types.ts";

/** @param model learned from this very knowledge */
export function createResponder(knowledge: Knowledge, model: Model): Responder {
  const responder: Responder = {
    knowledge,
    match: createMatcher(knowledge, model),
    asks: createAsks(knowledge),
    hear: createHear(knowledge.asks),
    intents: createIntentRecogniser(knowledge.strings),
    detectLanguage: createDetectLanguage(
      [...knowledge.strings].map(([locale, strings]) => toSample(knowledge, locale, strings)),
    ),
    suggest: createSuggest(knowledge),
    converse: (state, turn) => converse(responder, state, turn),
  };
  return responder;
}

function toSample(
  { entries }: Knowledge,
  locale: Locale,
  { heard, letters, lendsWords }: LanguageStrings,
): LanguageSample {
  const written = entries.flatMap((entry) =>
    textsOf(entry).flatMap(([language, { title, phrases }]) =>
      language === locale ? [title, ...phrases] : [],
    ),
  );
  return { locale, letters, lendsWords, texts: [...Object.values(heard).flat(), ...written] };
}
