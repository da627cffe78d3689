import type { Entry } from "../../src/knowledge/entry.ts";
import { createKnowledge } from "../../src/knowledge/knowledge.ts";
import { createMatcher } from "../../src/matching/matcher.ts";
import { learnModel } from "../../src/matching/model.ts";
import type { Engine, Intent } from "./engine.ts";

/** Our own matcher, by nothing but the phrases: no synonyms, no choices. The score is its confidence. */
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

const silent = { body: [], stillStuck: [], message: "", administrator: [], options: {} };
const unlinked = { folder: "", source: [], related: [], formerly: [] };

/** The title is learned like a phrase, so the first phrase is the title. */
function toEntry({ id, phrases: [title = "", ...phrases] }: Intent): Entry {
  return { ...unlinked, id, kind: "answer", text: { en: { ...silent, title, short: title, phrases } } };
}
