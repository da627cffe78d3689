import type { OutgoingAnswer } from "../../../src/platform/outcome.ts";

/** An answer to send. */
export interface Delivery extends OutgoingAnswer {
  /** Identifies the answer: sent twice with one key, it is seen once. Usually the id of the event that is answered. */
  readonly key: string;
  /** Whether an earlier attempt, perhaps of another process, may have sent it. */
  readonly isRedelivery?: boolean;
  /** The response_url of the event that is answered, if it has one. */
  readonly url?: string | undefined;
}

/** A message that everybody in its channel or DM sees. */
export interface PostedMessage {
  readonly channel: string;
  /** The thread that it is in, or that an answer to it starts. */
  readonly thread: string;
  /** Its ts, if the answer is this one message. */
  readonly ts?: string;
}
