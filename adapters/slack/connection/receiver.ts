import type { HttpRoutes } from "../../../src/platform/adapter.ts";
import type { SlackSettings } from "../settings.ts";
import type { PayloadGuardOptions } from "./guard-payloads.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import type { SlackReceiver } from "./slack-receiver.ts";
import { createSocketReceiver } from "./socket-receiver.ts";

interface ReceiverOptions extends PayloadGuardOptions {
  readonly settings: SlackSettings;
  readonly http: HttpRoutes;
  /** Told when Slack reaches the bot, and when it can't any longer. */
  readonly onReached: (isReached: boolean) => void;
  /** Aborted when the adapter stops. */
  readonly stopping: AbortSignal;
}

/** Receives events by Socket Mode if there is an app token, otherwise by HTTP on the process's server. */
export function createReceiver({ settings, http, ...options }: ReceiverOptions): SlackReceiver {
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret = "",
    SLACK_API_URL: apiUrl,
  } = settings;
  return appToken === undefined
    ? createHttpReceiver({ ...options, signingSecret, http })
    : createSocketReceiver({ ...options, appToken, apiUrl });
}
