import type { Knowledge } from "../knowledge/knowledge.ts";
import { createDetectLanguage } from "../matching/detect-language.ts";
import { createMatcher } from "../matching/matcher.ts";
import { createScoreKinds } from "../matching/message-kinds.ts";
import type { Model } from "../matching/model.ts";
import { createSuggest } from "../matching/suggest.ts";
import { converse } from "./converse.ts";
import { createFindParts } from "./follow-ups/find-part.ts";
import { createHearFollowUp } from "./follow-ups/hear-follow-up.ts";
import { createLaterPart } from "./follow-ups/later-part.ts";
import { createIsOwnQuestion } from "./for-the-team.ts";
import { createHear } from "./hear-answers.ts";
import { createRecogniseLure } from "./lures/recognise-lure.ts";
import { createRecogniseForeign } from "./recognise-foreign.ts";
import { createIntentRecogniser } from "./recognise-intent.ts";
import { createAsks } from "./speak-unasked.ts";
import type { Responder } from "./types.ts";

/** @param model learned from this very knowledge */
export function createResponder(knowledge: Knowledge, model: Model): Responder {
  const match = createMatcher(knowledge, model);
  const responder: Responder = {
    knowledge,
    match,
    isOwnQuestion: createIsOwnQuestion(knowledge, match),
    asks: createAsks(knowledge),
    hear: createHear(knowledge.asks),
    hearFollowUp: createHearFollowUp(knowledge),
    findParts: createFindParts(knowledge, model.followUps),
    laterPart: createLaterPart(knowledge),
    soundsLike: createScoreKinds(knowledge, model.followUps),
    intents: createIntentRecogniser(knowledge.strings),
    recogniseForeign: createRecogniseForeign(knowledge, model.ranker.uses),
    detectLanguage: createDetectLanguage(model.languages),
    suggest: createSuggest(knowledge),
    recogniseLure: createRecogniseLure(knowledge),
    converse: (state, turn) => converse(responder, state, turn),
  };
  return responder;
}
