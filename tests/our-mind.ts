import path from "node:path";
import { createMind } from "../src/conversation/mind.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";

/** Our own knowledge, as it stands in the repository. */
export const ourKnowledge = loadKnowledge(path.join(import.meta.dirname, "..", "knowledge"));

/** The mind that has learned it; made once in each test file that imports this. */
export const ourMind = createMind(ourKnowledge);
