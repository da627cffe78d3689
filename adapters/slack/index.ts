import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Http } from "../../src/http.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Adapter } from "../../src/platform.ts";
import { StartError } from "../../src/start-error.ts";
import { toBoltLogger } from "./bolt-logger.ts";
import { listen, send } from "./listen.ts";
import { readPlace } from "./receive.ts";
import type { SlackSettings } from "./settings.ts";

interface Parts {
  readonly settings: SlackSettings;
  readonly http: Http;
  readonly log: Logger;
}

/** Slack through Bolt: the slash command, direct messages, mentions and buttons. */
export function createSlack({ settings, http, log }: Parts): Adapter {
  const clientOptions = settings.SLACK_API_URL === undefined ? {} : { slackApiUrl: settings.SLACK_API_URL };
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: createReceiver({ settings, http, log }, clientOptions),
    clientOptions,
    logger: toBoltLogger(log),
    deferInitialization: true,
  });
  app.error(async (error) => log.error({ err: error }, "slack: an event could not be handled"));

  return {
    name: "slack",
    start: async (handle) => {
      listen(app, handle);
      await connect(app);
      log.info({ transport: settings.SLACK_APP_TOKEN ? "socket" : "http" }, "slack: connected");
    },
    deliver: (address, answer, { audience }) => send(app, readPlace(address.data), { answer, audience }),
    stop: async () => {
      await app.stop();
    },
  };
}

async function connect(app: App): Promise<void> {
  try {
    await app.init();
    await app.start();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const cure = "check SLACK_BOT_TOKEN, SLACK_APP_TOKEN and the network, and that the app is installed";
    throw new StartError(`Slack can't be used (${said}): ${cure}`, { cause });
  }
}

/** Socket Mode with an app token; otherwise HTTP on the process's own server, which starts and stops it. */
function createReceiver({ settings, http, log }: Parts, clientOptions: object): Receiver {
  const logger = toBoltLogger(log);
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret = "" } = settings;
  if (appToken !== undefined) {
    return new SocketModeReceiver({ appToken, installerOptions: { clientOptions }, logger });
  }
  const receiver = new HTTPReceiver({ signingSecret, endpoints: "/slack/events", logger });
  http.mount("/slack/events", receiver.requestListener);
  return { init: (app) => receiver.init(app), start: async () => {}, stop: async () => {} };
}
