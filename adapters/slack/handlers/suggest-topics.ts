import type { Topics } from "../../../src/platform/adapter.ts";
import { maxPrompts } from "../limits.ts";
import { personId } from "../place.ts";
import { callWithRetry } from "../sending/retry.ts";
import type { HandlerContext } from "./handler-context.ts";

interface OpenedDm {
  readonly team: string;
  readonly user: string;
  /** The DM. */
  readonly channel: string;
}

/**
 * Shows the topics as suggested prompts at the top of a person's DM, in their language; nothing without the agent view.
 * A failure is only logged, since the DM works without them. Tracked in the background.
 */
export function suggestTopics(context: HandlerContext, { team, user, channel }: OpenedDm): void {
  if (!context.hasAgentView()) return;
  const { client, core, log } = context;
  const suggest = async () => {
    const topics = await core.topics(personId(team, user));
    if (topics.labels.length === 0) return;
    const prompts = toPrompts(topics);
    await callWithRetry(context, channel, {
      // Without thread_ts: with it, the call fails silently in the agent view.
      attempt: () => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, ...prompts }),
    });
  };
  const suggesting = suggest().catch((error: unknown) => {
    log.warn({ err: error }, "slack: topics not suggested");
  });
  context.background(suggesting);
}

/** reference/methods/assistant.threads.setSuggestedPrompts. A prompt's message is sent as the person's own words. */
function toPrompts({ title, labels }: Topics) {
  return {
    prompts: labels.slice(0, maxPrompts).map((label) => ({ title: label, message: label })),
    ...(title !== undefined && { title }),
  };
}
