import type { Receiver } from "@slack/bolt";

/** A receiver that knows whether payloads can come in now. */
export interface SlackReceiver extends Receiver {
  isReceiving(): boolean;
}
