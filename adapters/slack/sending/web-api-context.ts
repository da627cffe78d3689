import type { webApi } from "@slack/bolt";
import type { KeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Logger } from "../../../src/lib/logger.ts";

/** What sending by the Web API needs. */
export interface WebApiContext {
  readonly client: webApi.WebClient;
  readonly log: Logger;
  /** Keeps posts to one channel in order and within Slack's rate limit. */
  readonly queue: KeyedQueue;
}
