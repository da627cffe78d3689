import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Answer } from "../../src/answer/answer.ts";
import type { Http } from "../../src/http.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Adapter, Audience, Handle, Incoming } from "../../src/platform.ts";
import { toBoltLogger } from "./bolt-logger.ts";
import {
  fromCommand,
  fromDirectMessage,
  fromMention,
  fromPress,
  type Place,
  pressSchema,
  readPlace,
} from "./receive.ts";
import { openAction, renderAnswer } from "./render.ts";
import type { SlackSettings } from "./settings.ts";

interface Parts {
  readonly settings: SlackSettings;
  readonly http: Http;
  readonly log: Logger;
}

/** Slack through Bolt: the slash command, direct messages, mentions and buttons. */
export function createSlack({ settings, http, log }: Parts): Adapter {
  const clientOptions = settings.SLACK_API_URL === undefined ? {} : { slackApiUrl: settings.SLACK_API_URL };
  const receiver = createReceiver({ settings, http, log }, clientOptions);
  const app = new App({
    token: settings.SLACK_BOT_TOKEN,
    receiver,
    clientOptions,
    logger: toBoltLogger(log),
    deferInitialization: true,
  });
  app.error(async (error) => log.error({ err: error }, "slack: an event could not be handled"));

  const deliver = async (place: Place, answer: Answer, audience: Audience): Promise<void> => {
    const { channel, thread, user } = place;
    const message = { ...renderAnswer(answer), channel, ...(thread !== undefined && { thread_ts: thread }) };
    if (audience === "asker" && thread !== undefined)
      await app.client.chat.postEphemeral({ ...message, user });
    else await app.client.chat.postMessage(message);
  };

  const answer = async (handle: Handle, incoming: Incoming): Promise<void> => {
    const { reply } = await handle(incoming);
    if (reply.kind === "answer")
      await deliver(readPlace(incoming.address.data), reply.answer, reply.audience);
  };

  const listen = (handle: Handle): void => {
    app.command("/aws-help", async ({ ack, command, respond }) => {
      await ack();
      const { reply } = await handle(fromCommand(command));
      if (reply.kind === "answer")
        await respond({ ...renderAnswer(reply.answer), response_type: "ephemeral" });
    });
    app.action(new RegExp(`^${openAction}-`), async ({ ack }) => ack());
    app.action(/^press-/, async ({ ack, body, respond }) => {
      await ack();
      const press = pressSchema.parse(body);
      const incoming = fromPress(press);
      if (!press.container.is_ephemeral) return answer(handle, incoming);
      const { reply } = await handle(incoming);
      if (reply.kind === "silence") return;
      await respond({ ...renderAnswer(reply.answer), response_type: "ephemeral", replace_original: false });
    });
    app.event("app_mention", async ({ event, context }) => {
      const { channel, user, ts, thread_ts: thread, text } = event;
      if (user === undefined || context.botUserId === user) return;
      await answer(
        handle,
        fromMention({
          team: teamOf(context),
          channel,
          user,
          ts,
          thread,
          text,
          hasPicture: hasPicture(event),
        }),
      );
    });
    app.message(async ({ message, context }) => {
      if (
        message.channel_type !== "im" ||
        (message.subtype !== undefined && message.subtype !== "file_share")
      )
        return;
      if ("bot_id" in message && message.bot_id !== undefined) return;
      const { channel, user, ts, text = "" } = message;
      await answer(
        handle,
        fromDirectMessage({
          team: teamOf(context),
          channel,
          user,
          ts,
          text,
          hasPicture: hasPicture(message),
        }),
      );
    });
  };

  return {
    name: "slack",
    start: async (handle) => {
      listen(handle);
      await app.init();
      await app.start();
      log.info({ transport: settings.SLACK_APP_TOKEN ? "socket" : "http" }, "slack: connected");
    },
    deliver: (address, late, { audience }) => deliver(readPlace(address.data), late, audience),
    stop: async () => {
      await app.stop();
    },
  };
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

function teamOf(context: { readonly teamId?: string }): string {
  return context.teamId ?? "";
}

function hasPicture(message: object): boolean {
  return "files" in message && Array.isArray(message.files) && message.files.length > 0;
}
