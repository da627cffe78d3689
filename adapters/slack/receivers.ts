import { type App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Http } from "../../src/http.ts";
import type { Logger } from "../../src/insight/log.ts";
import { toBoltLogger } from "./bolt-logger.ts";
import { guard } from "./guard.ts";
import type { SlackSettings } from "./settings.ts";

interface Parts {
  readonly settings: SlackSettings;
  readonly http: Http;
  readonly log: Logger;
}

/** One ends now and then, and takes some seconds to come back (measured, socket-mode 3.1): the other goes on. */
const connections = 2;
const path = "/slack/events";

/** Socket Mode with an app token; otherwise HTTP on the process's own server, which starts and stops it. */
export function createReceiver(parts: Parts): Receiver {
  const { settings, http, log } = parts;
  const logger = toBoltLogger(log);
  const {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret = "",
    SLACK_API_URL: url,
  } = settings;
  if (appToken !== undefined) {
    // Each client changes the options it is given: it needs its own.
    const receivers = Array.from({ length: connections }, () => {
      const clientOptions = url === undefined ? {} : { slackApiUrl: url };
      return new SocketModeReceiver({ appToken, installerOptions: { clientOptions }, logger });
    });
    return {
      init: (app) => {
        for (const receiver of receivers) receiver.init(keepUntilHandled(app));
      },
      start: () => Promise.all(receivers.map((receiver) => receiver.start())),
      stop: () => Promise.all(receivers.map((receiver) => receiver.stop())),
    };
  }
  const receiver = new HTTPReceiver({ signingSecret, endpoints: path, logger });
  http.mount(path, guard({ now: Date.now, next: receiver.requestListener }));
  return {
    init: (app) => receiver.init(keepUntilHandled(app)),
    start: async () => {},
    stop: async () => {},
  };
}

/**
 * Bolt acknowledges an event before anybody has seen it. Here that waits until its listeners are done, which is as
 * soon as it is stored; an error leaves it to be sent again.
 */
function keepUntilHandled(app: App): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    if (event.body.type !== "event_callback") return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  };
  return Object.create(app, { processEvent: { value: processEvent } });
}
