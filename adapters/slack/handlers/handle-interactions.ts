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
import { acknowledgeClaimed } from "./handle-claimed.ts";
import { handlePress } from "./handle-press.ts";
import { handleSubmission } from "./handle-submission.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Handles commands, shortcuts, presses and modals, which Slack sends once: they are acknowledged once they are stored. */
export function registerInteractionHandlers(app: App, context: HandlerContext): void {
  const isFirst = createPressDedupe(Date.now);
  app.command(commandName, async ({ ack, body }) => {
    const command = commandSchema.parse(body);
    await answerEphemerally(context, { ...parseCommand(command), url: command.response_url, ack });
  });
  app.shortcut({ type: "message_action", callback_id: shortcutCallbackId }, async ({ ack, body }) => {
    const shortcut = shortcutSchema.parse(body);
    await answerEphemerally(context, { ...parseShortcut(shortcut), url: shortcut.response_url, ack });
  });
  app.action(/^/, async ({ ack, body, action }) => {
    if ("action_id" in action && action.action_id.startsWith(linkActionPrefix)) return ack();
    const press = parsePress(pressSchema.parse(body), context.hasAgentView());
    if (!isFirst(press.dedupeKey)) return ack();
    await handlePress(context, press, ack);
  });
  app.view<ViewSubmitAction>(formCallbackId, ({ ack, body }) => handleSubmission(context, body, ack));
}

/** A command or shortcut. */
interface Request extends ParsedEvent {
  readonly url: string;
  readonly ack: () => Promise<void>;
}

/** Answers a command or shortcut to the person who used it. */
async function answerEphemerally(
  context: HandlerContext,
  { incoming, place, url, ack }: Request,
): Promise<void> {
  const { reply, complete, key = incoming.id } = await acknowledgeClaimed(context, incoming, ack);
  if (reply.kind !== "answer") return;
  const delivery = { ...reply, key };
  const respond = reply.audience === "direct" ? sendToDm : respondOrPost;
  await complete(() => respond(context, delivery, { url, place }));
}
