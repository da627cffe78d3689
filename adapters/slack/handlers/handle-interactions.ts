import type { App, ViewSubmitAction } from "@slack/bolt";
import { createIsFirstPress } from "../../../src/lib/dedupe.ts";
import type { Incoming } from "../../../src/platform/adapter.ts";
import { commandName, shortcutCallback } from "../app-names.ts";
import {
  commandSchema,
  fromCommand,
  fromShortcut,
  nameOf,
  pressSchema,
  shortcutSchema,
} from "../parsing/parse-interaction.ts";
import { readPlace } from "../place.ts";
import { openAction } from "../rendering/render-answer.ts";
import { formCallback } from "../rendering/render-form.ts";
import { answerFast } from "../sending/respond-or-post.ts";
import { answerDirectly } from "../sending/send-direct.ts";
import { answerPress } from "./handle-press.ts";
import { answerSubmission } from "./handle-submission.ts";
import type { Ears } from "./handler-context.ts";

/** Commands, buttons, modals and shortcuts: acknowledged before anything else, since Slack waits 3 seconds at most. */
export function listenToInteractions(app: App, ears: Ears): void {
  const isFirst = createIsFirstPress(Date.now);
  app.command(commandName, async ({ ack, body }) => {
    await ack();
    const command = commandSchema.parse(body);
    await answerAside(ears, fromCommand(command), command.response_url);
  });
  app.shortcut({ type: "message_action", callback_id: shortcutCallback }, async ({ ack, body }) => {
    await ack();
    const shortcut = shortcutSchema.parse(body);
    await answerAside(ears, fromShortcut(shortcut), shortcut.response_url);
  });
  app.action(/^/, async ({ ack, body, action }) => {
    await ack();
    if ("action_id" in action && action.action_id.startsWith(openAction)) return;
    const press = pressSchema.parse(body);
    if (isFirst(nameOf(press))) await answerPress(ears, press);
  });
  app.view<ViewSubmitAction>(formCallback, ({ ack, body }) => answerSubmission(ears, body, ack));
}

/** Answers what one person asked in a channel, for their eyes. */
async function answerAside(ears: Ears, incoming: Incoming, url: string): Promise<void> {
  const { reply, settle } = await ears.core.handle(incoming);
  if (reply.kind !== "answer") return;
  const place = readPlace(incoming.address.data);
  const said = { ...reply, key: incoming.id };
  await settle(() =>
    said.audience === "direct"
      ? answerDirectly(ears, said, { url, place })
      : answerFast(ears, said, { url, place, to: "ephemeral" }),
  );
}
