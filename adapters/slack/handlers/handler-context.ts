import type { webApi } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Send } from "../sending/send.ts";

/** What the event and interaction handlers need. */
export interface HandlerContext {
  readonly core: Core;
  readonly client: webApi.WebClient;
  readonly send: Send;
  readonly log: Logger;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Tracks work that continues after its event was acknowledged; stopping the adapter waits for it. */
  readonly background: (work: Promise<unknown>) => void;
}
