import type { Fact } from "../answer/fact.ts";
import type { Logger } from "../lib/logger.ts";
import type { Store } from "../store/store.ts";

/** Records facts as log lines and in the store, for reports. Never rejects. */
export type RecordFacts = (facts: readonly Fact[]) => Promise<void>;

export const factLog = "facts";

export function createRecordFacts({
  log,
  store,
}: {
  readonly log: Logger;
  readonly store: Store;
}): RecordFacts {
  return async (facts) => {
    for (const fact of facts) log.info(fact, "fact");
    const lines = facts.map(
      (fact) => ({ kind: "append", log: factLog, text: JSON.stringify(fact) }) as const,
    );
    await store.write(lines).catch((error: unknown) => {
      log.error({ err: error }, "facts: append failed");
    });
  };
}
