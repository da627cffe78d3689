import { createMind } from "../../src/conversation/mind.ts";
import type { Mind } from "../../src/conversation/types.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { learnModel } from "../../src/matching/model.ts";

/** The mind that has learned a small knowledge, which takes no time to speak of. */
export function mindOf(knowledge: Knowledge): Mind {
  return createMind(knowledge, learnModel(knowledge));
}
