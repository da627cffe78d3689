import { createLog } from "../../src/insight/log.ts";
import { createRecordFacts } from "../../src/insight/record.ts";
import type { Logger } from "../../src/lib/logger.ts";
import type { Adapter } from "../../src/platform/adapter.ts";
import { type Assistant, createAssistant } from "../../src/runtime/assistant.ts";
import type { TeamChannel } from "../../src/runtime/sending/posts.ts";
import { createMemoryStore } from "../../src/store/memory.ts";
import type { Store } from "../../src/store/store.ts";
import { ourResponder } from "./our-knowledge.ts";

interface Others {
  readonly store?: Store;
  readonly log?: Logger;
  readonly adapters?: () => readonly Adapter[];
  readonly team?: TeamChannel;
  readonly tellsTeamOfLures?: boolean;
  readonly now?: () => number;
}

/** The core over our own knowledge. */
export function startOurs({ now = Date.now, ...others }: Others = {}): Assistant {
  const {
    store = createMemoryStore(now),
    log = createLog("silent"),
    adapters,
    team,
    tellsTeamOfLures = false,
  } = others;
  return createAssistant({
    responder: () => ourResponder,
    store,
    record: createRecordFacts({ log, store }),
    log,
    defaultLocale: "en",
    now,
    ...(adapters && { adapters }),
    team,
    tellsTeamOfLures,
  });
}
