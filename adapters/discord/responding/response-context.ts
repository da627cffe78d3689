import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { UserPlace } from "../place.ts";
import type { Send } from "../sending/send.ts";
import type { InteractionResponse } from "./interaction-response.ts";

/** What responding to an interaction needs. */
export interface ResponseContext {
  readonly core: Core;
  readonly send: Send;
  readonly log: Logger;
}

/** Where an interaction is answered. */
export interface ResponseTarget {
  readonly response: InteractionResponse;
  readonly place: UserPlace;
}
