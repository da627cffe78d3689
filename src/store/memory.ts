import { composeStore } from "./compose-store.ts";
import { createEvents } from "./memory/events.ts";
import { createLogLines } from "./memory/log-lines.ts";
import { createValues } from "./memory/values.ts";
import type { Clock, Store } from "./store.ts";

/** A store that ends with the process: for the terminal, the playground and tests. */
export function createMemoryStore(now: Clock): Store {
  return composeStore({
    now,
    events: createEvents(now),
    values: createValues(now),
    lines: createLogLines(now),
    inTransaction: (write) => write(),
    scrub: async () => {},
    close: () => {},
  });
}
