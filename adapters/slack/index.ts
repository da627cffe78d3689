import { App, type Receiver } from "@slack/bolt";
import type { Adapter, AdapterOptions } from "../../src/platform/adapter.ts";
import { hasAgentView, type Installation } from "./agent-view.ts";
import { type CatchUp, createCatchUp } from "./catch-up/catch-up.ts";
import { toBoltLogger } from "./connection/bolt-logger.ts";
import { connect } from "./connection/connect.ts";
import { createReceiver } from "./connection/receiver.ts";
import { createRefusalReport } from "./connection/report-refusals.ts";
import { createTokenHealth } from "./connection/token-health.ts";
import { followLanguage } from "./handlers/follow-language.ts";
import { registerEventHandlers } from "./handlers/handle-events.ts";
import { registerInteractionHandlers } from "./handlers/handle-interactions.ts";
import { NotStoredError } from "./handlers/not-stored-error.ts";
import { createLifetime } from "./lifetime.ts";
import { conversationId, placeUnder, readPlace, toAddress } from "./place.ts";
import type { ApiFailure } from "./sending/api-failure.ts";
import { editMessage, toMessageAddress } from "./sending/edit-message.ts";
import { createSend, type Send } from "./sending/send.ts";
import type { SlackSettings } from "./settings.ts";

interface SlackOptions extends AdapterOptions {
  readonly settings: SlackSettings;
  /** Milliseconds since 1970, by the same clock as Slack's. */
  readonly now?: () => number;
}

/** Slack by Bolt: commands, messages, mentions, help channels, buttons, forms, a shortcut and the App Home. */
export function createSlack({ settings, http, log, memory, now = Date.now }: SlackOptions): Adapter {
  const { background, idle } = createBackground();
  const onError = (error: unknown) => log.error({ err: error }, "slack: reading what was missed failed");
  const catchUp = createCatchUp({ memory, now, onError });
  let onReached: (isReached: boolean) => void = () => {};
  const lifetime = createLifetime();
  let installation: Installation = { team: "", scopes: [] };
  const receiver = createReceiver({
    ...{ settings, http, log, background },
    team: () => installation.team,
    stopping: lifetime.receiving,
    onReached: (isReached) => onReached(isReached),
  });
  const app = createApp({ settings, log, receiver });
  const token = createTokenHealth({ log, stopping: lifetime.receiving, probe: () => app.client.auth.test() });
  const reportRefusal = createRefusalReport(log);
  const onFailure = (failure: ApiFailure) => {
    token.onFailure(failure);
    reportRefusal(failure);
  };
  const calls = { client: app.client, log, stopping: lifetime.sending, onFailure };
  let send: Send | undefined;

  return {
    name: "slack",
    start: async (core) => {
      send = notePlaces(createSend({ ...calls, surface: core.surface }), catchUp.note);
      const helpChannels = settings.SLACK_HELP_CHANNELS ?? new Map();
      const surroundings = {
        ...calls,
        send,
        helpChannels,
        background,
        hasAgentView: () => hasAgentView(installation),
      };
      const following = followLanguage(core, { ...surroundings, team: () => installation.team });
      const context = { ...surroundings, core: following };
      registerEventHandlers(app, context);
      registerInteractionHandlers(app, context);
      await catchUp.open();
      onReached = (isReached) => catchUp.setReached(isReached, context);
      const onInstallation = (found: Installation) => {
        installation = found;
      };
      await connect({ app, log, onInstallation, stopping: lifetime.receiving });
      const transport = settings.SLACK_APP_TOKEN ? "socket" : "http";
      log.info({ transport, agentView: hasAgentView(installation) }, "slack: connected");
    },
    deliver: async (address, answer, { audience, key, isOnlyForPlace = false }) => {
      if (!send) throw new Error("Slack is not started");
      const place = readPlace(address.data);
      const posted = await send(place, { answer, audience, key, isOnlyForPlace, isRedelivery: true });
      if (!posted) return undefined;
      const { channel, ts } = posted;
      const postedPlace = placeUnder(posted, { user: place.user, hasAgentView: hasAgentView(installation) });
      return {
        address: toAddress(postedPlace),
        conversation: conversationId(installation.team, postedPlace),
        ...(ts !== undefined && { message: toMessageAddress({ channel, ts }) }),
      };
    },
    edit: (message, answer) => editMessage(calls, message, answer),
    channel: (id) => toAddress({ kind: "thread", channel: id, user: "" }),
    isReceiving: () => receiver.isReceiving() && token.isAccepted(),
    stop: () =>
      lifetime.stop(async () => {
        await catchUp.stop();
        await app.stop();
        await idle();
        await send?.idle();
      }),
  };
}

/** Notes where an answer is posted, so that what is written there is read back after an absence. */
function notePlaces(send: Send, note: CatchUp["note"]): Send {
  const noting = async (...to: Parameters<Send>) => {
    const posted = await send(...to);
    if (posted) note(posted);
    return posted;
  };
  return Object.assign(noting, { toHome: send.toHome, idle: send.idle });
}

/** Tracks work that nobody awaits. */
function createBackground() {
  const running = new Set<Promise<unknown>>();
  const background = (work: Promise<unknown>) => {
    running.add(work);
    void work.catch(() => {}).finally(() => running.delete(work));
  };
  const idle = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  return { background, idle };
}

/** How long to wait for a response of the Web API. */
const requestTimeoutMs = 10_000;

interface BoltOptions extends Pick<SlackOptions, "settings" | "log"> {
  readonly receiver: Receiver;
}

function createApp({ settings, log, receiver }: BoltOptions): App {
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver,
    // Retries are ours (sending/retry.ts): the SDK can't know which calls are safe to repeat.
    clientOptions: {
      ...(settings.SLACK_API_URL !== undefined && { slackApiUrl: settings.SLACK_API_URL }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: requestTimeoutMs,
    },
    logger: toBoltLogger(log),
    deferInitialization: true,
  });
  app.error(async (error) => {
    const cause = error.original ?? error;
    // The receiver must see it, so that the event is not acknowledged.
    if (cause instanceof NotStoredError) throw cause;
    log.error({ err: cause }, "slack: handler failed");
  });
  return app;
}
