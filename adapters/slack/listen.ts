import type { App } from "@slack/bolt";
import type { Answer } from "../../src/answer/answer.ts";
import type { Audience, Handle, Incoming } from "../../src/platform.ts";
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

/** Hands what people do on Slack to the core, each kind of event in its own listener, and sends what it answers. */
export function listen(app: App, handle: Handle): void {
  listenToCommand(app, handle);
  listenToButtons(app, handle);
  listenToMentions(app, handle);
  listenToDirectMessages(app, handle);
}

/** Sends an answer by the Web API, which works at any later time. */
export async function send(
  app: App,
  place: Place,
  { answer, audience }: { answer: Answer; audience: Audience },
): Promise<void> {
  const { channel, thread, user, ephemeral = false } = place;
  const message = { ...renderAnswer(answer), channel, ...(thread !== undefined && { thread_ts: thread }) };
  const isOpen = audience === "all" || channel.startsWith("D");
  if (ephemeral || !isOpen) await app.client.chat.postEphemeral({ ...message, user });
  else await app.client.chat.postMessage(message);
}

async function answer(app: App, handle: Handle, incoming: Incoming): Promise<void> {
  const { reply } = await handle(incoming);
  if (reply.kind === "answer") await send(app, readPlace(incoming.address.data), reply);
}

function listenToCommand(app: App, handle: Handle): void {
  app.command("/aws-help", async ({ ack, command, respond }) => {
    await ack();
    const { reply } = await handle(fromCommand(command));
    if (reply.kind === "answer") await respond({ ...renderAnswer(reply.answer), response_type: "ephemeral" });
  });
}

function listenToButtons(app: App, handle: Handle): void {
  app.action(new RegExp(`^${openAction}-`), async ({ ack }) => ack());
  app.action(/^press-/, async ({ ack, body, respond }) => {
    await ack();
    const press = pressSchema.parse(body);
    const incoming = fromPress(press);
    if (!press.container.is_ephemeral) return answer(app, handle, incoming);
    const { reply } = await handle(incoming);
    if (reply.kind === "silence") return;
    await respond({ ...renderAnswer(reply.answer), response_type: "ephemeral", replace_original: false });
  });
}

function listenToMentions(app: App, handle: Handle): void {
  app.event("app_mention", async ({ event, context }) => {
    const { channel, user, ts, thread_ts: thread, text } = event;
    if (user === undefined || context.botUserId === user || isFromBot(event)) return;
    const message = {
      team: context.teamId ?? "",
      channel,
      user,
      ts,
      thread,
      text,
      hasPicture: hasPicture(event),
    };
    await answer(app, handle, fromMention(message));
  });
}

/** Of the subtypes only files and messages shown in the channel too are somebody's words: events/message. */
const spokenSubtypes = [undefined, "file_share", "thread_broadcast"];

function listenToDirectMessages(app: App, handle: Handle): void {
  app.message(async ({ message: event, context }) => {
    if (event.channel_type !== "im" || !spokenSubtypes.includes(event.subtype) || isFromBot(event)) return;
    if (!("user" in event) || event.user === undefined || !("text" in event)) return;
    const { channel, user, ts, text = "" } = event;
    const thread = "thread_ts" in event ? event.thread_ts : undefined;
    const message = {
      team: context.teamId ?? "",
      channel,
      user,
      ts,
      thread,
      text,
      hasPicture: hasPicture(event),
    };
    await answer(app, handle, fromDirectMessage(message));
  });
}

function isFromBot(event: object): boolean {
  return "bot_id" in event && event.bot_id !== undefined;
}

function hasPicture(message: object): boolean {
  return "files" in message && Array.isArray(message.files) && message.files.length > 0;
}
