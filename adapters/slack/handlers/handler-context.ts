import type { webApi } from "@slack/bolt";
import type { Core } from "../../../src/platform/adapter.ts";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { Send } from "../sending/send.ts";
import type { CallContext } from "../sending/web-api-context.ts";

/** What the event and interaction handlers need. */
export interface HandlerContext extends CallContext {
  readonly core: Core;
  readonly client: webApi.WebClient;
  readonly send: Send;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
  /** Whether the app has Slack's agent view; known once Slack is connected. */
  readonly hasAgentView: () => boolean;
  /** Tracks work that continues after its event was acknowledged; stopping the adapter waits for it. */
  readonly background: (work: Promise<unknown>) => void;
}
