import { createResponder } from "../../src/conversation/responder.ts";
import type { Responder } from "../../src/conversation/types.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { learnModel } from "../../src/matching/model.ts";

/** A responder of a small knowledge, which is learned in no time. */
export function responderOf(knowledge: Knowledge): Responder {
  return createResponder(knowledge, learnModel(knowledge));
}
