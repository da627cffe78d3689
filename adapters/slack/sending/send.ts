import type { webApi } from "@slack/bolt";
import { createKeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { postIntervalMs } from "../limits.ts";
import { isDmPlace, type SlackPlace } from "../place.ts";
import { renderHome } from "../rendering/render-home.ts";
import type { Delivery, PostedMessage } from "./delivery.ts";
import { withDmFallback } from "./dm-fallback.ts";
import { postAnswer } from "./post-answer.ts";
import { postDm } from "./post-dm.ts";
import { createPostEphemeral } from "./post-ephemeral.ts";
import { publishHome } from "./publish-home.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** Sends answers by the Web API, which works at any later time. */
export interface Send {
  /** @returns the first message; undefined for ephemeral messages and the App Home */
  (place: SlackPlace, delivery: Delivery): Promise<PostedMessage | undefined>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

interface SendOptions {
  readonly client: webApi.WebClient;
  readonly log: Logger;
  readonly surface: Core["surface"];
}

export function createSend({ client, log, surface }: SendOptions): Send {
  const queue = createKeyedQueue({ pauseMs: postIntervalMs });
  const context: WebApiContext = { client, log, queue };
  const postEphemeral = createPostEphemeral(context);

  const send = async (place: SlackPlace, delivery: Delivery): Promise<PostedMessage | undefined> => {
    const { answer, audience } = delivery;
    if (audience === "direct") {
      return isDmPlace(place) ? postAnswer(context, place, delivery) : postDm(context, place.user, delivery);
    }
    if (place.kind === "home") {
      await publishHome(context, place.user, renderHome(answer, surface(answer.locale)));
      return undefined;
    }
    return withDmFallback(context, { place, delivery }, async () => {
      if (audience === "all" || isDmPlace(place)) return postAnswer(context, place, delivery);
      await postEphemeral(place, delivery);
      return undefined;
    });
  };
  return Object.assign(send, { idle: queue.idle });
}
