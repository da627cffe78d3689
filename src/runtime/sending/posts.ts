import { pressButtons } from "../../answer/answer.ts";
import type { TurnResult } from "../../conversation/types.ts";
import type { Logger } from "../../lib/logger.ts";
import { createRateLimit } from "../../lib/rate-limit.ts";
import { withTimeout } from "../../lib/with-timeout.ts";
import type { Adapter } from "../../platform/adapter.ts";
import type { Address } from "../../platform/incoming.ts";
import type { Clock } from "../../store/store.ts";
import { rates } from "../limits/rates.ts";

/** The team's channel. */
export interface TeamChannel {
  readonly adapter: string;
  readonly channel: string;
  /** Which replies in a handover's thread go to the person: those that mention the bot (the default), or all. */
  readonly replies?: "mentions" | "all";
}

interface PostOptions {
  /** The adapters that are running. */
  readonly adapters: () => readonly Adapter[];
  readonly team: TeamChannel | undefined;
  readonly log: Logger;
  readonly now: Clock;
}

/**
 * Sends a result's additional message. A new handover learns the thread it was posted in. If sending
 * fails, or the team's channel got as many as it takes, the reply says so and nothing else of the result is kept.
 * @param event part of the idempotency key: sent twice for one event, the message is seen once
 */
export type SendPost = (result: TurnResult, event: string) => Promise<TurnResult>;

/** How long a message may take, in milliseconds: the person who caused it waits. */
const postTimeoutMs = 10_000;

export function createSendPost({ adapters, team, log, now }: PostOptions): SendPost {
  const teamPosts = createRateLimit({ rate: rates.teamPosts, pauseMs: 0, now, maxKeys: 1 });

  const deliver = async (result: TurnResult, event: string): Promise<TurnResult> => {
    const { post, handover } = result;
    if (!post) return result;
    const address = post.to === "team" ? teamAddress(adapters(), team) : post.to;
    const adapter = adapters().find(({ name }) => name === address?.adapter);
    if (!adapter || !address) throw new Error("the platform of the post is not running");
    if (post.to === "team" && teamPosts.take("team") !== "allowed")
      throw new Error("too many people were handed over to the team in the last hour");
    const { answer, ...how } = post.content;
    const posted = await withTimeout(
      postTimeoutMs,
      adapter.deliver(address, answer, { ...how, key: `${event}/post` }),
    );
    if (post.to !== "team" || !handover) return result;
    if (!posted) throw new Error("the team's message has no thread");
    return { ...result, handover: { ...handover, thread: posted } };
  };

  return async (result, event) => {
    try {
      return await deliver(result, event);
    } catch (error) {
      log.error({ err: error, event }, "post: delivery failed");
      const { state, effects, reply, replyIfPostFails = reply } = result;
      const offered =
        replyIfPostFails.kind === "answer" ? pressButtons(replyIfPostFails.answer.buttons) : state.offered;
      // What is said instead shows the ways to a person.
      const screen = { kind: "person", ...(state.entry !== undefined && { entry: state.entry }) } as const;
      return { state: { ...state, offered, screen }, effects, facts: [], reply: replyIfPostFails };
    }
  };
}

/** Undefined if the team's platform is not running. */
export function teamAddress(
  adapters: readonly Adapter[],
  team: TeamChannel | undefined,
): Address | undefined {
  return team && adapters.find(({ name }) => name === team.adapter)?.channel?.(team.channel);
}
