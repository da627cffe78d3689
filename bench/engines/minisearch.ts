import MiniSearch from "minisearch";
import type { Engine } from "./engine.ts";

/** MiniSearch with one document per intent and the typo tolerance that its documentation recommends. */
export const miniSearch: Engine = {
  name: "MiniSearch",
  pace: "fast",
  learn(intents) {
    const index = new MiniSearch({ fields: ["text"], searchOptions: { fuzzy: 0.2 } });
    index.addAll(intents.map(({ id, phrases }) => ({ id, text: phrases.join("\n") })));
    return (question) => index.search(question).map(({ id, score }) => ({ id, score }));
  },
};
