import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en-min";
import { Nlp } from "@nlpjs/nlp";
import type { Engine } from "./engine.ts";

/** Training ends at an error of 0.00005 to 0.0002; the results of one that ends far above it mean nothing. */
const maxTrainingError = 0.001;

/**
 * NLP.js, in memory only. It does not support Vietnamese, so everything is learned as English. Features unrelated
 * to matching are off.
 */
export const nlpJs: Engine = {
  name: "NLP.js",
  pace: "fast",
  async learn(intents) {
    const container = containerBootstrap();
    container.use(LangEn);
    const nlp = new Nlp({
      container,
      languages: ["en"],
      autoSave: false,
      autoLoad: false,
      calculateSentiment: false,
      nlu: { log: false },
    });
    for (const { id, phrases } of intents) for (const phrase of phrases) nlp.addDocument("en", phrase, id);
    for (const { error, iterations } of (await nlp.train()).flatMap((domains) => Object.values(domains))) {
      if (!(error < maxTrainingError))
        console.error(`NLP.js: training did not converge, error ${error} after ${iterations} iterations`);
    }
    return async (question) => {
      const { classifications } = await nlp.process("en", question);
      return classifications
        .filter(({ intent }) => intent !== "None")
        .map(({ intent, score }) => ({ id: intent, score }));
    };
  },
};
