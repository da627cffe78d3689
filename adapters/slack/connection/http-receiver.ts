import { HTTPReceiver } from "@slack/bolt";
import type { HttpRoutes } from "../../../src/platform/adapter.ts";
import { NotStoredError } from "../handlers/not-stored-error.ts";
import { toBoltLogger } from "./bolt-logger.ts";
import { guardPayloads, type PayloadGuardOptions } from "./guard-payloads.ts";
import { guardRequests } from "./request-guard.ts";
import type { SlackReceiver } from "./slack-receiver.ts";

interface HttpReceiverOptions extends PayloadGuardOptions {
  readonly signingSecret: string;
  readonly http: HttpRoutes;
  readonly onReached: (isReached: boolean) => void;
}

const eventsPath = "/slack/events";

/** Receives events by HTTP. The server is the process's own, which starts and stops it. */
export function createHttpReceiver(options: HttpReceiverOptions): SlackReceiver {
  const { signingSecret, http, log, onReached } = options;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger: toBoltLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      log.warn({ err: error }, "slack: request rejected");
      // Slack sends an event again after 503; a request that can't be parsed never will be.
      if (!response.headersSent) response.writeHead(error instanceof NotStoredError ? 503 : 400).end();
      return true;
    },
  });
  const guarded = guardRequests({ now: Date.now, next: receiver.requestListener });
  let isReceiving = false;
  http.mount(eventsPath, (request, response) => {
    if (isReceiving) guarded(request, response);
    else response.writeHead(503, { connection: "close" }).end();
  });
  return {
    init: (app) => receiver.init(guardPayloads(app, options)),
    start: async () => {
      isReceiving = true;
      onReached(true);
    },
    stop: async () => {
      isReceiving = false;
      onReached(false);
    },
    isReceiving: () => isReceiving,
  };
}
