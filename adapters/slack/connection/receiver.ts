import type { Receiver } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import type { HttpRoutes } from "../../../src/platform/adapter.ts";
import type { SlackSettings } from "../settings.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import { createSocketReceiver } from "./socket-receiver.ts";

interface ReceiverOptions {
  readonly settings: SlackSettings;
  readonly http: HttpRoutes;
  readonly log: Logger;
  /** Tracks events that are being handled; stopping the adapter waits for them. */
  readonly background: (work: Promise<unknown>) => void;
  /** Told when Slack reaches the bot, and when it can't any longer. */
  readonly onReached: (isReached: boolean) => void;
}

/** Receives events by Socket Mode if there is an app token, otherwise by HTTP on the process's server. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { settings, http, log, background, onReached } = options;
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret = "",
    SLACK_API_URL: apiUrl,
  } = settings;
  return appToken === undefined
    ? createHttpReceiver({ signingSecret, http, log, background, onReached })
    : createSocketReceiver({ appToken, apiUrl, log, background, onReached });
}
