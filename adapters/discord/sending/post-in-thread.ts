import { Routes } from "discord.js";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxThreadNameCharacters } from "../limits.ts";
import type { ChannelPlace } from "../place.ts";
import { isThreadAlreadyCreated, mayPass } from "../rest/api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postAnswer } from "./post-answer.ts";
import type { SendContext } from "./send-context.ts";

/** Posts an answer to the thread under the message that began the conversation, or as a reply if that is refused. */
export async function postInThread(
  { rest, log, surface }: SendContext,
  { channel, root }: ChannelPlace,
  delivery: Delivery,
): Promise<void> {
  const { title, locale } = delivery.answer;
  const name = shorten(title ?? surface(locale).search, maxThreadNameCharacters);
  try {
    await rest.post(Routes.threads(channel, root), { body: { name } }).catch((error: unknown) => {
      if (!isThreadAlreadyCreated(error)) throw error;
    });
    // A thread has the id of the message that it was started from.
    await postAnswer(rest, { channel: root }, delivery);
  } catch (error) {
    if (mayPass(error)) throw error;
    log.info({ err: error, channel }, "discord: thread failed, answer posted as reply");
    await postAnswer(rest, { channel, replyTo: root }, delivery);
  }
}
