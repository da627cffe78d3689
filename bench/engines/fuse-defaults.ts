import Fuse from "fuse.js";
import type { Engine } from "./engine.ts";

/** fuse.js with its defaults: searches each phrase for the whole question. */
export const fuseDefaults: Engine = {
  name: "fuse.js, defaults",
  pace: "slow",
  learn(intents) {
    const fuse = new Fuse(intents, { keys: ["phrases"], includeScore: true });
    return (question) =>
      fuse.search(question).map(({ item, score = 1 }) => ({ id: item.id, score: 1 - score }));
  },
};
