import type { webApi } from "@slack/bolt";
import type { HelpChannel } from "../../src/help-channels.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Core } from "../../src/platform.ts";
import type { Send } from "./send.ts";

/** What the listeners need: the core, and the ways to answer. */
export interface Ears {
  readonly core: Core;
  readonly client: webApi.WebClient;
  readonly send: Send;
  readonly log: Logger;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Work that goes on after its event was acknowledged; the adapter's stop waits for it. */
  readonly background: (work: Promise<unknown>) => void;
}
