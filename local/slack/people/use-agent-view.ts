import { appContextOf } from "../state/app-context.ts";
import { getOrCreateDm } from "../state/channels.ts";
import type { WorkspaceMessage } from "../state/model.ts";
import type { SlackActor } from "./actor.ts";
import { writeMessage } from "./write-messages.ts";

/** Sends the message of a suggested prompt. Throws if there is no such prompt. */
export function pickPrompt(actor: SlackActor, title: string): WorkspaceMessage {
  const { context, user } = actor;
  const { id: dm } = getOrCreateDm(context, user.id);
  const prompts = context.state.data.prompts[dm]?.prompts ?? [];
  const found = prompts.find((prompt) => prompt.title === title);
  if (!found) {
    throw new Error(
      `no prompt is called "${title}"; there are: ${prompts.map((one) => one.title).join(", ")}`,
    );
  }
  return writeMessage(actor, dm, { text: found.message });
}

/** Looks at a channel. Throws if the person can't see it. */
export function lookAt({ context, user }: SlackActor, channel: string): void {
  const { state, ids, announce } = context;
  const found = state.data.channels.find(({ id }) => id === channel);
  if (!found || (found.kind !== "public" && !found.members.includes(user.id)))
    throw new Error(`${user.name} does not see the channel ${channel}`);
  state.change((data) => ({ ...data, lookedAt: { ...data.lookedAt, [user.id]: channel } }));
  announce({
    type: "app_context_changed",
    user: user.id,
    channel: getOrCreateDm(context, user.id).id,
    context: appContextOf(context, user.id),
    event_ts: ids.ts(),
  });
}
