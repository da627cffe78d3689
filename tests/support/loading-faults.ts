import path from "node:path";
import { formatFault, KnowledgeError } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

/** The faults of a folder as lines, with paths as seen from the folder; none if it loads. */
export function loadingFaults(
  folder: string,
  options?: Parameters<typeof loadKnowledge>[1],
): readonly string[] {
  try {
    loadKnowledge(folder, options);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.faults.map((fault) => formatFault(fault).replaceAll(`${folder}${path.sep}`, ""));
  }
}
