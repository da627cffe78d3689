import type { SlackPlace } from "../place.ts";
import { readApiFailure } from "./api-failure.ts";
import type { Delivery, PostedMessage } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import type { WebApiContext } from "./web-api-context.ts";

interface Attempt {
  readonly place: Exclude<SlackPlace, { kind: "home" }>;
  readonly delivery: Delivery;
}

/**
 * Sends an answer to a channel, or to the person's DM if that fails: for everybody's answer, if the bot can't post in
 * the channel; for one person's, whatever the error, since nobody can look up whether they saw it.
 */
export async function withDmFallback(
  context: WebApiContext,
  { place, delivery }: Attempt,
  send: () => Promise<PostedMessage | undefined>,
): Promise<PostedMessage | undefined> {
  try {
    return await send();
  } catch (error) {
    const isUnavailable = readApiFailure(error).kind === "channelUnavailable";
    if (delivery.audience === "all" && !isUnavailable) throw error;
    context.log.info({ err: error, channel: place.channel }, "slack: answer sent to DM instead");
    return postDm(context, place.user, delivery);
  }
}
