import type { webApi } from "@slack/bolt";
import type { Answer } from "../../../src/answer/answer.ts";
import { createKeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { postIntervalMs } from "../limits.ts";
import type { SlackPlace } from "../place.ts";
import { renderHome } from "../rendering/render-home.ts";
import type { Delivery, PostedMessage } from "./delivery.ts";
import { publishHome } from "./publish-home.ts";
import { tryWays } from "./try-ways.ts";
import { createWays } from "./ways.ts";
import type { CallContext } from "./web-api-context.ts";

/** Sends answers by the Web API, which works at any later time. */
export interface Send {
  /**
   * Sends an answer to its place, or by another way to its person if Slack refuses it there.
   * @returns the first message that was posted; undefined for ephemeral messages and the App Home
   * @throws UndeliverableError if every way is refused; another error if a later attempt may succeed
   */
  (place: SlackPlace, delivery: Delivery): Promise<PostedMessage | undefined>;
  /**
   * Shows an answer in a person's App Home and nowhere else.
   * @throws the SDK's error if Slack refuses it
   */
  toHome(user: string, answer: Answer): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

interface SendOptions extends CallContext {
  readonly client: webApi.WebClient;
  readonly surface: Core["surface"];
}

export function createSend({ surface, ...options }: SendOptions): Send {
  const queue = createKeyedQueue({ pauseMs: postIntervalMs });
  const context = { ...options, queue };
  const waysTo = createWays(context, surface);
  const send: (...sent: Parameters<Send>) => ReturnType<Send> = (place, delivery) =>
    tryWays(context, waysTo(place, delivery));
  return Object.assign(send, {
    toHome: (user: string, answer: Answer) =>
      publishHome(context, user, renderHome(answer, surface(answer.locale))),
    idle: queue.idle,
  });
}
