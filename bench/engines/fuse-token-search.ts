import Fuse from "fuse.js";
import type { Engine } from "./engine.ts";

/** fuse.js word by word, weighted by rarity, with the best threshold we found. */
export const fuseTokenSearch: Engine = {
  name: "fuse.js, token search",
  pace: "slow",
  learn(intents) {
    const options = { keys: ["phrases"], includeScore: true, useTokenSearch: true, threshold: 0.2 };
    const fuse = new Fuse(intents, options);
    return (question) =>
      fuse.search(question).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }));
  },
};
