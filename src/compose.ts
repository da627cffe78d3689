import { type Assistant, createAssistant } from "./assistant.ts";
import type { Config } from "./config.ts";
import { createConverse } from "./conversation/converse.ts";
import { createMind } from "./conversation/mind.ts";
import type { Logger } from "./insight/log.ts";
import { createRecordFacts } from "./insight/record.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import type { Clock, Store } from "./store/store.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
  readonly now: Clock;
}

/**
 * Builds the core from the settings.
 * @throws KnowledgeError with every fault of the knowledge
 */
export function composeAssistant({ config, store, log, now }: Parts): Assistant {
  const knowledge = loadKnowledge(config.KNOWLEDGE_DIR);
  const converse = createConverse(createMind(knowledge));
  const record = createRecordFacts({ log, store });
  return createAssistant({
    knowledge,
    converse,
    store,
    record,
    log,
    defaultLocale: config.DEFAULT_LOCALE,
    now,
  });
}
