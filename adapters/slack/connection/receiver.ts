import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";
import type { HttpRoutes } from "../../../src/platform/adapter.ts";
import { NotStored } from "../handlers/handle-events.ts";
import type { SlackSettings } from "../settings.ts";
import { toBoltLogger } from "./bolt-logger.ts";
import { guardRequests } from "./request-guard.ts";

interface ReceiverOptions {
  readonly settings: SlackSettings;
  readonly http: HttpRoutes;
  readonly log: Logger;
  /** Told of all that is being handled; the adapter's stop waits for it. */
  readonly background: (work: Promise<unknown>) => void;
}

/** One ends now and then, and takes some seconds to come back (measured, socket-mode 3.1): the other goes on. */
const socketConnections = 2;
const eventsPath = "/slack/events";

/** Socket Mode with an app token; otherwise HTTP on the process's own server, which starts and stops it. */
export function createReceiver(parts: ReceiverOptions): Receiver {
  const { settings, http, log, background } = parts;
  const logger = toBoltLogger(log);
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret = "",
    SLACK_API_URL: url,
  } = settings;
  if (appToken !== undefined) {
    // Each client changes the options it is given: it needs its own.
    const receivers = Array.from({ length: socketConnections }, () => {
      const clientOptions = url === undefined ? {} : { slackApiUrl: url };
      return new SocketModeReceiver({ appToken, installerOptions: { clientOptions }, logger });
    });
    return {
      init: (app) => {
        for (const receiver of receivers) receiver.init(keepUntilHandled(app, background));
      },
      start: () => Promise.all(receivers.map((receiver) => receiver.start())),
      stop: () => Promise.all(receivers.map((receiver) => receiver.stop())),
    };
  }
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: eventsPath,
    logger,
    // What is not kept is to be sent again; what can't be read never will be.
    processEventErrorHandler: async ({ error, response }) => {
      log.warn({ err: error }, "slack: a request is refused");
      if (!response.headersSent) response.writeHead(error instanceof NotStored ? 503 : 400).end();
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
    init: (app) => receiver.init(keepUntilHandled(app, background)),
    start: async () => {
      isReceiving = true;
    },
    stop: async () => {
      isReceiving = false;
    },
  };
}

/**
 * Bolt acknowledges an event before anybody has seen it. Here that waits until its listeners are done, which is as
 * soon as it is stored; an error leaves it to be sent again.
 */
function keepUntilHandled(app: App, background: ReceiverOptions["background"]): App {
  const handle = async (event: ReceiverEvent): Promise<void> => {
    if (event.body.type !== "event_callback") return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  };
  const processEvent = (event: ReceiverEvent): Promise<void> => {
    const work = handle(event);
    background(work);
    return work;
  };
  return Object.create(app, { processEvent: { value: processEvent } });
}
