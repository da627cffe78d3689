import type { App } from "@slack/bolt";
import type { Answer } from "../../src/answer/answer.ts";
import type { Audience, Handle, Incoming } from "../../src/platform.ts";
import {
  fromCommand,
  fromDirectMessage,
  fromMention,
  fromPress,
  type Message,
  messageSchema,
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
    const message = readMessage(event, context);
    if (message && context.botUserId !== message.user) await answer(app, handle, fromMention(message));
  });
}

/** Of the subtypes only files and messages shown in the channel too are somebody's words: events/message. */
const spokenSubtypes = [undefined, "file_share", "thread_broadcast"];

function listenToDirectMessages(app: App, handle: Handle): void {
  app.message(async ({ message: event, context }) => {
    if (event.channel_type !== "im" || !spokenSubtypes.includes(event.subtype)) return;
    const message = readMessage(event, context);
    if (message) await answer(app, handle, fromDirectMessage(message));
  });
}

/** What a person wrote; undefined for what bots did and for what nobody wrote. */
function readMessage(event: object, { teamId = "" }: { readonly teamId?: string }): Message | undefined {
  const { data } = messageSchema.safeParse(event);
  if (!data || data.bot_id !== undefined) return undefined;
  const { channel, user, ts, thread_ts: thread, text, files } = data;
  return { team: teamId, channel, user, ts, thread, text, hasPicture: files.length > 0 };
}
