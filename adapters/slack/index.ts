import { App } from "@slack/bolt";
import type { Logger } from "../../src/lib/logger.ts";
import { StartError } from "../../src/lib/start-error.ts";
import type { Adapter, Core, HttpRoutes } from "../../src/platform/adapter.ts";
import { toBoltLogger } from "./connection/bolt-logger.ts";
import { createReceiver } from "./connection/receiver.ts";
import { NotStored, registerEventHandlers } from "./handlers/handle-events.ts";
import { registerInteractionHandlers } from "./handlers/handle-interactions.ts";
import type { HandlerContext } from "./handlers/handler-context.ts";
import { createTickQueue } from "./handlers/one-per-tick.ts";
import { fromPlace, readPlace, toAddress } from "./place.ts";
import { createSend, type Send } from "./sending/send.ts";
import type { SlackSettings } from "./settings.ts";

interface SlackOptions {
  readonly settings: SlackSettings;
  readonly http: HttpRoutes;
  readonly log: Logger;
}

/** Waited for an answer of the Web API, in milliseconds. */
const callTimeoutMs = 15_000;

/** Slack through Bolt: commands, messages, mentions, help channels, buttons, forms, a shortcut and the App Home. */
export function createSlack({ settings, http, log }: SlackOptions): Adapter {
  const running = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>) => {
    running.add(work);
    void work.catch(() => {}).finally(() => running.delete(work));
  };
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver: createReceiver({ settings, http, log, background }),
    // What is not taken is sent again by post.ts, which knows whether that is safe.
    clientOptions: {
      ...(settings.SLACK_API_URL !== undefined && { slackApiUrl: settings.SLACK_API_URL }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: callTimeoutMs,
    },
    logger: toBoltLogger(log),
    deferInitialization: true,
  });
  app.error(async (error) => {
    const cause = error.original ?? error;
    if (cause instanceof NotStored) throw cause;
    log.error({ err: cause }, "slack: an event could not be handled");
  });

  let send: Send | undefined;
  /** The workspace, which a delivered message's conversation begins with. */
  let team = "";
  const start = (core: Core): HandlerContext => {
    const sending = createSend({ client: app.client, log, surface: core.surface });
    send = sending;
    const turn = createTickQueue();
    return {
      core: { ...core, handle: (incoming) => turn().then(() => core.handle(incoming)) },
      client: app.client,
      send: sending,
      log,
      helpChannels: settings.SLACK_HELP_CHANNELS ?? new Map(),
      background,
    };
  };

  return {
    name: "slack",
    start: async (core) => {
      const context = start(core);
      registerEventHandlers(app, context);
      registerInteractionHandlers(app, context);
      team = await connect(app);
      log.info({ transport: settings.SLACK_APP_TOKEN ? "socket" : "http" }, "slack: connected");
    },
    deliver: async (address, answer, { audience, key }) => {
      if (!send) throw new Error("slack is not started");
      const { user, ...place } = readPlace(address.data);
      const sent = await send({ ...place, user }, { answer, audience, key, isRepeated: true });
      if (!sent) return undefined;
      const { address: there, conversation } = fromPlace(team, { kind: "thread", ...sent, user });
      return { address: there, conversation };
    },
    channel: (id) => toAddress({ kind: "thread", channel: id, user: "" }),
    stop: async () => {
      await app.stop();
      while (running.size > 0) await Promise.allSettled(running);
      await send?.idle();
    },
  };
}

/** @returns the workspace's id */
async function connect(app: App): Promise<string> {
  try {
    await app.init();
    const { team_id } = await app.client.auth.test();
    await app.start();
    return team_id ?? "";
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const cure = "check SLACK_BOT_TOKEN, SLACK_APP_TOKEN and the network, and that the app is installed";
    throw new StartError(`Slack can't be used (${said}): ${cure}`, { cause });
  }
}
