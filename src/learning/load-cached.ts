import { createKnowledge, type Knowledge } from "../knowledge/knowledge.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { distFolder } from "../lib/built-program.ts";
import type { Model } from "../matching/model.ts";
import { readCached, writeCached } from "./cache.ts";
import { fingerprintOf, fingerprintOfFiles } from "./fingerprint.ts";
import type { LearnOptions } from "./learn-in-worker.ts";

/**
 * Reads the knowledge as it was cached, or from its files, which takes about a second; then it is cached.
 * @throws KnowledgeError with every fault
 */
export function loadCachedKnowledge({ knowledgeFolder, dataFolder, languages }: LearnOptions): Knowledge {
  const fingerprint = fingerprintOfFiles(knowledgeFolder, languages);
  const cached = readFirst("knowledge", dataFolder, fingerprint);
  if (cached) return createKnowledge(cached);
  const knowledge = loadKnowledge(knowledgeFolder, languages && { languages });
  const { find: _, ...parts } = knowledge;
  try {
    writeCached("knowledge", dataFolder, fingerprint, parts);
  } catch {
    // The folder can't be written to: the model says so, and the next start reads the files again.
  }
  return knowledge;
}

/** The model that was learned from this knowledge, if it is cached. */
export function readCachedModel(knowledge: Knowledge, { dataFolder }: LearnOptions): Model | undefined {
  return readFirst("model", dataFolder, fingerprintOf(knowledge));
}

/** What was cached by a start, or else at install. */
function readFirst<K extends Parameters<typeof readCached>[0]>(
  kind: K,
  dataFolder: string,
  fingerprint: string,
): ReturnType<typeof readCached<K>> {
  return readCached(kind, dataFolder, fingerprint) ?? readCached(kind, distFolder, fingerprint);
}
