import type { App, ViewSubmitAction } from "@slack/bolt";
import { createIsFirstPress } from "../../src/once.ts";
import type { Incoming } from "../../src/platform.ts";
import { answerDirectly } from "./answer-directly.ts";
import { answerFast } from "./answer-fast.ts";
import { answerPress } from "./answer-press.ts";
import { answerSubmission } from "./answer-submission.ts";
import type { Ears } from "./ears.ts";
import { commandName, shortcutCallback } from "./names.ts";
import { readPlace } from "./place.ts";
import {
  commandSchema,
  fromCommand,
  fromShortcut,
  nameOf,
  pressSchema,
  shortcutSchema,
} from "./receive-interaction.ts";
import { openAction } from "./render.ts";
import { formCallback } from "./render-form.ts";

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
