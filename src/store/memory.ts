import { composeStore, type StoreParts } from "./compose-store.ts";
import { createEvents } from "./memory/events.ts";
import { createLogLines } from "./memory/log-lines.ts";
import { createValues } from "./memory/values.ts";
import type { Clock, Store } from "./store.ts";

/** A store that ends with the process: for the terminal, the playground and tests. */
export function createMemoryStore(now: Clock): Store {
  const parts: StoreParts = {
    events: createEvents(now),
    values: createValues(now),
    lines: createLogLines(now),
    inTransaction: (write) => write(),
  };
  return composeStore({
    now,
    run: async (task) => task(parts),
    check: async () => undefined,
    scrub: async () => {},
    close: async () => {},
  });
}
