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
 * Sends an answer to a channel, and to the person's DM if that fails. An answer for everybody goes to the DM only if
 * the bot can't post in the channel; an answer for one person does so after any error, since an ephemeral message
 * can't be looked up.
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
