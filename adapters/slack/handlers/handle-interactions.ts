import type { App, ViewSubmitAction } from "@slack/bolt";
import { createPressDedupe } from "../../../src/lib/dedupe.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import { commandName, shortcutCallback } from "../app-names.ts";
import {
  commandSchema,
  parseCommand,
  parseShortcut,
  pressKey,
  pressSchema,
  shortcutSchema,
} from "../parsing/parse-interaction.ts";
import { readPlace } from "../place.ts";
import { openAction } from "../rendering/render-answer.ts";
import { formCallback } from "../rendering/render-form.ts";
import { respondOrPost } from "../sending/respond-or-post.ts";
import { sendDirect } from "../sending/send-direct.ts";
import { handlePress } from "./handle-press.ts";
import { handleSubmission } from "./handle-submission.ts";
import type { HandlerContext } from "./handler-context.ts";

/** Commands, buttons, modals and shortcuts: acknowledged before anything else, since Slack waits 3 seconds at most. */
export function registerInteractionHandlers(app: App, context: HandlerContext): void {
  const isFirst = createPressDedupe(Date.now);
  app.command(commandName, async ({ ack, body }) => {
    await ack();
    const command = commandSchema.parse(body);
    await answerAside(context, parseCommand(command), command.response_url);
  });
  app.shortcut({ type: "message_action", callback_id: shortcutCallback }, async ({ ack, body }) => {
    await ack();
    const shortcut = shortcutSchema.parse(body);
    await answerAside(context, parseShortcut(shortcut), shortcut.response_url);
  });
  app.action(/^/, async ({ ack, body, action }) => {
    await ack();
    if ("action_id" in action && action.action_id.startsWith(openAction)) return;
    const press = pressSchema.parse(body);
    if (isFirst(pressKey(press))) await handlePress(context, press);
  });
  app.view<ViewSubmitAction>(formCallback, ({ ack, body }) => handleSubmission(context, body, ack));
}

/** Answers what one person asked in a channel, for their eyes. */
async function answerAside(context: HandlerContext, incoming: Incoming, url: string): Promise<void> {
  const { reply, complete } = await context.core.handle(incoming);
  if (reply.kind !== "answer") return;
  const place = readPlace(incoming.address.data);
  const said = { ...reply, key: incoming.id };
  await complete(() =>
    said.audience === "direct"
      ? sendDirect(context, said, { url, place })
      : respondOrPost(context, said, { url, place, to: "ephemeral" }),
  );
}
