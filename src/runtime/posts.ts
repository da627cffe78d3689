import { pressButtons } from "../answer/answer.ts";
import type { TurnResult } from "../conversation/types.ts";
import type { Logger } from "../lib/logger.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Address } from "../platform/incoming.ts";

/** Where the team is: a channel of a platform. */
export interface TeamChannel {
  readonly adapter: string;
  readonly channel: string;
}

interface PostOptions {
  /** The platforms that are running. */
  readonly adapters: () => readonly Adapter[];
  readonly team: TeamChannel | undefined;
  readonly log: Logger;
}

/**
 * Sends what a step says beside its reply, and tells what came of it: a new handing over learns its thread; where the
 * message could not be sent, that is the reply, and the step changes nothing.
 * @param event names the message: sent twice for one event, it is seen once
 */
export type SendPost = (step: TurnResult, event: string) => Promise<TurnResult>;

/** How long a message may take, in milliseconds; the person who caused it waits. */
const postTimeoutMs = 10_000;

export function createSendPost({ adapters, team, log }: PostOptions): SendPost {
  const deliver = async (step: TurnResult, event: string): Promise<TurnResult> => {
    const { post, handover } = step;
    if (!post) return step;
    const address = post.to === "team" ? teamAddress(adapters(), team) : post.to;
    const adapter = adapters().find(({ name }) => name === address?.adapter);
    if (!adapter || !address) throw new Error("the platform that a message goes to is not running");
    const { answer, ...how } = post.said;
    const posted = await withTimeout(
      postTimeoutMs,
      adapter.deliver(address, answer, { ...how, key: `${event}/post` }),
    );
    if (post.to !== "team" || !handover) return step;
    if (!posted) throw new Error("nothing can be written under a message to the team");
    return { ...step, handover: { ...handover, thread: posted } };
  };

  return async (step, event) => {
    try {
      return await deliver(step, event);
    } catch (error) {
      log.error({ err: error, event }, "a message to the team, or from it, could not be sent");
      const { state, effects, reply, unsent = reply } = step;
      const offered = unsent.kind === "answer" ? pressButtons(unsent.answer.buttons) : state.offered;
      return { state: { ...state, offered }, effects, facts: [], reply: unsent };
    }
  };
}

/** Undefined where the team's platform is not running. */
export function teamAddress(
  adapters: readonly Adapter[],
  team: TeamChannel | undefined,
): Address | undefined {
  return team && adapters.find(({ name }) => name === team.adapter)?.channel?.(team.channel);
}
