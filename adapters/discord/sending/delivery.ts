import type { OutgoingAnswer } from "../../../src/platform/outcome.ts";

/** An answer to send. */
export interface Delivery extends OutgoingAnswer {
  /** Identifies the answer: sent twice with one key, it is seen once. Usually the id of the event that is answered. */
  readonly key: string;
  /** Discord Markdown above everything else. */
  readonly note?: string | undefined;
}
