import type { App, ViewSubmitAction } from "@slack/bolt";
import { createPressDedupe } from "../../../src/lib/dedupe.ts";
import { commandName, shortcutCallbackId } from "../manifest-names.ts";
import { commandSchema, parseCommand } from "../parsing/parse-command.ts";
import { parsePress, pressSchema } from "../parsing/parse-press.ts";
import { parseShortcut, shortcutSchema } from "../parsing/parse-shortcut.ts";
import type { ParsedEvent } from "../parsing/parsed-event.ts";
import { linkActionPrefix } from "../rendering/render-buttons.ts";
import { formCallbackId } from "../rendering/render-form.ts";
import { respondOrPost } from "../sending/respond-or-post.ts";
import { sendToDm } from "../sending/send-to-dm.ts";
import { handlePress } from "./handle-press.ts";
import { handleSubmission } from "./handle-submission.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Handles commands, shortcuts, presses and modals, which Slack sends once. All but modals are acknowledged first. */
export function registerInteractionHandlers(app: App, context: HandlerContext): void {
  const isFirst = createPressDedupe(Date.now);
  app.command(commandName, async ({ ack, body }) => {
    await ack();
    const command = commandSchema.parse(body);
    await answerEphemerally(context, parseCommand(command), command.response_url);
  });
  app.shortcut({ type: "message_action", callback_id: shortcutCallbackId }, async ({ ack, body }) => {
    await ack();
    const shortcut = shortcutSchema.parse(body);
    await answerEphemerally(context, parseShortcut(shortcut), shortcut.response_url);
  });
  app.action(/^/, async ({ ack, body, action }) => {
    await ack();
    if ("action_id" in action && action.action_id.startsWith(linkActionPrefix)) return;
    const press = parsePress(pressSchema.parse(body));
    if (isFirst(press.dedupeKey)) await handlePress(context, press);
  });
  app.view<ViewSubmitAction>(formCallbackId, ({ ack, body }) => handleSubmission(context, body, ack));
}

/** Answers a command or shortcut to the person who used it. */
async function answerEphemerally(
  context: HandlerContext,
  { incoming, place }: ParsedEvent,
  url: string,
): Promise<void> {
  const { reply, complete } = await context.core.handle(incoming);
  if (reply.kind !== "answer") return;
  const delivery = { ...reply, key: incoming.id };
  const respond = reply.audience === "direct" ? sendToDm : respondOrPost;
  await complete(() => respond(context, delivery, { url, place }));
}
