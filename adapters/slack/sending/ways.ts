import type { Core } from "../../../src/platform/adapter.ts";
import { isDmPlace, type SlackPlace, threadOf } from "../place.ts";
import { renderHome } from "../rendering/render-home.ts";
import type { Delivery, PostedMessage } from "./delivery.ts";
import { postAnswer } from "./post-answer.ts";
import { postDm } from "./post-dm.ts";
import { createPostEphemeral } from "./post-ephemeral.ts";
import { publishHome } from "./publish-home.ts";
import { respondWithAnswer } from "./respond-with-answer.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** A way to send an answer. It has a name for the log. */
export interface Way {
  readonly name: "home" | "place" | "dm" | "response_url" | "ephemeral";
  readonly send: () => Promise<PostedMessage | undefined>;
}

/** The ways to send an answer to its place, the best one first; the others are for when Slack refuses that. */
export type WaysTo = (place: SlackPlace, delivery: Delivery) => readonly Way[];

export function createWays(context: WebApiContext, surface: Core["surface"]): WaysTo {
  const postEphemeral = createPostEphemeral(context);

  const toHome = (user: string, { answer }: Delivery): Way => {
    return silentWay("home", () => publishHome(context, user, renderHome(answer, surface(answer.locale))));
  };
  const toDm = ({ user }: SlackPlace, delivery: Delivery): Way => {
    return { name: "dm", send: () => postDm(context, user, delivery) };
  };
  /** Where the person is, for their eyes. */
  const toAsker = (place: ChannelPlace, delivery: Delivery): readonly Way[] => {
    const { url, answer } = delivery;
    const options = { visibility: "ephemeral", thread: threadOf(place) } as const;
    return [
      ...(url === undefined
        ? []
        : [silentWay("response_url", () => respondWithAnswer(url, answer, options))]),
      silentWay("ephemeral", () => postEphemeral(place, delivery)),
    ];
  };

  return (place, delivery) => {
    const dm = toDm(place, delivery);
    const { audience } = delivery;
    if (place.kind === "home") {
      const home = toHome(place.user, delivery);
      return audience === "direct" ? [dm, home] : [home, dm];
    }
    const here: Way = { name: "place", send: () => postAnswer(context, place, delivery) };
    // The team's channel: nobody in particular is addressed.
    if (place.user === "" || delivery.isOnlyForPlace) return [here];
    const asker = toAsker(place, delivery);
    if (audience === "all" || isDmPlace(place)) return [here, dm, ...asker];
    return audience === "direct" ? [dm, ...asker] : [...asker, dm];
  };
}

type ChannelPlace = Exclude<SlackPlace, { kind: "home" }>;

/** A way that leaves nothing that could be answered to. */
function silentWay(name: Way["name"], run: () => Promise<void>): Way {
  return {
    name,
    send: async () => {
      await run();
      return undefined;
    },
  };
}
