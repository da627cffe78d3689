import path from "node:path";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { distFolder, projectRoot } from "../src/lib/built-program.ts";

/**
 * Reads and learns the knowledge that comes with Signpost, for all starts to come.
 * @param notify called before what takes seconds
 * @throws KnowledgeError with every fault
 */
export async function prepare(notify: (message: string) => void): Promise<void> {
  await loadWithModel(
    { knowledgeFolder: path.join(projectRoot, "knowledge"), dataFolder: distFolder },
    notify,
  );
}
