import type { Responder } from "../../conversation/types.ts";
import type { RecordFacts } from "../../insight/record.ts";
import type { Assistant } from "../../runtime/assistant.ts";
import type { Store } from "../../store/store.ts";

/** What is put around the parts of the core to measure them. Each does what its part does. */
export interface Measures {
  readonly store: (store: Store) => Store;
  readonly record: (record: RecordFacts) => RecordFacts;
  readonly responder: (responder: Responder) => Responder;
  readonly assistant: (assistant: Assistant) => Assistant;
}

/** Leaves everything as it is. */
export const unmeasured: Measures = {
  store: (store) => store,
  record: (record) => record,
  responder: (responder) => responder,
  assistant: (assistant) => assistant,
};
