import type { webApi } from "@slack/bolt";
import type { KeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { ApiFailure } from "./api-failure.ts";

/** What sending by the Web API needs. */
export interface WebApiContext {
  readonly client: webApi.WebClient;
  readonly log: Logger;
  /** Keeps posts to one channel in order and within Slack's rate limit. */
  readonly queue: KeyedQueue;
  /** Aborted when the process ends and nothing may wait any longer: what is not sent then is sent after the next start. */
  readonly stopping: AbortSignal;
  /** Told of each failed call. */
  readonly onFailure: (failure: ApiFailure) => void;
}

/** What a call with retries needs. */
export type CallContext = Pick<WebApiContext, "log" | "stopping" | "onFailure">;
