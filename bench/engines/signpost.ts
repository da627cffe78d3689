import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import { createMatcher } from "../../src/matching/matcher.ts";
import { learnModel } from "../../src/matching/model.ts";
import type { Engine, EngineIntent } from "./engine.ts";

/** Our own matcher with phrases only: no synonyms, no choices. The score is its confidence. */
export const signpost: Engine = {
  name: "Signpost",
  pace: "fast",
  learn(intents) {
    const knowledge = createKnowledge({ entries: intents.map(toEntry), languages: ["en"] });
    const match = createMatcher(knowledge, learnModel(knowledge));
    return (question) =>
      match(question).candidates.map(({ entry, confidence }) => ({ id: entry, score: confidence }));
  },
};

const emptyText = { body: [], stillStuck: [], message: "", administrator: [], options: {}, questions: [] };
const emptyEntry = { folder: "", source: [], related: [], formerly: [] };

/** The first phrase becomes the title, which is learned like a phrase. */
function toEntry({ id, phrases: [title = "", ...phrases] }: EngineIntent): Entry {
  return { ...emptyEntry, id, kind: "answer", text: { en: { ...emptyText, title, short: title, phrases } } };
}
