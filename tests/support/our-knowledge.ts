import path from "node:path";
import { createResponder } from "../../src/conversation/responder.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { readCached, writeCached } from "../../src/learning/cache.ts";
import { fingerprintOf } from "../../src/learning/fingerprint.ts";
import { learnModel, type Model } from "../../src/matching/model.ts";

const root = path.join(import.meta.dirname, "..", "..");

/** Our own knowledge, as it stands in the repository. */
export const ourKnowledge = loadKnowledge(path.join(root, "knowledge"));

/** Where the model of it is kept between test files and runs. */
export const ourData = path.join(root, "node_modules", ".cache", "signpost");

/** What was learned of it. */
export const ourModel = keptOrLearned();

/** The responder that was made of it. */
export const ourResponder = createResponder(ourKnowledge, ourModel);

function keptOrLearned(): Model {
  const fingerprint = fingerprintOf(ourKnowledge);
  const kept = readCached("model", ourData, fingerprint);
  if (kept) return kept;
  const model = learnModel(ourKnowledge);
  writeCached("model", ourData, fingerprint, model);
  return model;
}
