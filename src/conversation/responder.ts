import type { Knowledge } from "../knowledge/knowledge.ts";
import { createDetectLanguage } from "../matching/detect-language.ts";
import { createMatcher } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import { createSuggest } from "../matching/suggest.ts";
import { converse } from "./converse.ts";
import { createHear } from "./hear-answers.ts";
import { createRecogniseLure } from "./lures/recognise-lure.ts";
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
    detectLanguage: createDetectLanguage(model.languages),
    suggest: createSuggest(knowledge),
    recogniseLure: createRecogniseLure(knowledge),
    converse: (state, turn) => converse(responder, state, turn),
  };
  return responder;
}
