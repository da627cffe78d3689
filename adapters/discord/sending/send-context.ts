import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { RestApi } from "../rest/rest-client.ts";
import type { LookUpPlace } from "./look-up-place.ts";

/** What sending needs. */
export interface SendContext {
  readonly rest: RestApi;
  readonly log: Logger;
  readonly surface: Core["surface"];
  readonly lookUpPlace: LookUpPlace;
}
