import type { Posted } from "../../../src/platform/adapter.ts";
import type { UserPlace } from "../place.ts";
import { escapeText } from "../rendering/markdown.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { topicButtons } from "../rendering/topic-buttons.ts";
import { mayPass } from "../rest/api-failure.ts";
import type { Delivery } from "./delivery.ts";
import { postDm } from "./post-dm.ts";
import { postToPlace } from "./post-to-place.ts";
import type { SendContext } from "./send-context.ts";

/** Shows an answer to the person alone, by the interaction that it answers. */
export type ShowPrivately = () => Promise<void>;

/** What could not be posted in a place, and why. */
interface RefusedPost {
  readonly place: UserPlace;
  readonly delivery: Delivery;
  readonly error: unknown;
  readonly showPrivately?: ShowPrivately | undefined;
}

/**
 * Tells a person by another way what Discord refused in a place: by the interaction or in their DM, or else says there
 * that it can't be posted. If all is refused, that is logged and the event is done: the same words would be refused again.
 * @throws what may pass
 */
export async function tellElsewhere(context: SendContext, refused: RefusedPost): Promise<Posted | undefined> {
  const { log } = context;
  const { place, error } = refused;
  log.info({ err: error, channel: place.channel }, "discord: post refused, person told by another way");
  for (const tell of waysToTell(context, refused)) {
    try {
      return await tell();
    } catch (next) {
      if (mayPass(next)) throw next;
    }
  }
  log.warn(
    { err: error, channel: place.channel },
    "discord: answer refused everywhere, the person was not told",
  );
  return undefined;
}

function waysToTell(
  context: SendContext,
  { place, delivery, showPrivately }: RefusedPost,
): readonly (() => Promise<Posted | undefined>)[] {
  const { answer, note, key } = delivery;
  const { locale } = answer;
  const strings = context.surface(locale);
  const inDm = { ...delivery, note: [escapeText(strings.sentInstead), note].filter(Boolean).join(" ") };
  const apology: Delivery = {
    answer: createTextAnswer(locale, strings.cantPost, topicButtons(strings, locale)),
    audience: "all",
    key: `${key}/refused`,
  };
  const postApology = () => postToPlace(context, place, apology);
  return [
    ...(showPrivately ? [() => showPrivately().then(() => undefined)] : []),
    ...(place.kind === "direct" ? [] : [() => postDm(context.rest, place.user, inDm)]),
    // Nobody else knows of what was asked in an ephemeral message.
    ...(place.kind === "aside" ? [] : [postApology]),
  ];
}
