import { type REST, Routes } from "discord.js";
import type { Answer } from "../../../src/answer/answer.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import { shorten } from "../../../src/lib/shorten.ts";
import type { Core, Posted } from "../../../src/platform/adapter.ts";
import type { OutgoingAnswer } from "../../../src/platform/outcome.ts";
import { threadName } from "../limits.ts";
import { conversationOf, type DiscordPlace, type PersonsPlace, toAddress } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { answerOfSentence } from "../rendering/sentence-answer.ts";
import type { LookUpPlace } from "./look-up-place.ts";
import { openDirect, post } from "./post.ts";
import { isThreadThere, readRefusal } from "./refusal.ts";

export interface Delivery extends OutgoingAnswer {
  /** The event that is answered, or another name for what is sent. */
  readonly key: string;
  /** A line before everything else, in Discord's Markdown. */
  readonly note?: string | undefined;
}

/** Sends answers as messages, which works at any later time; where it went, if it can be answered there. */
export interface Send {
  (place: DiscordPlace, delivery: Delivery): Promise<Posted | undefined>;
  /** To somebody's direct messages. @throws what Discord says where they are closed */
  directly(user: string, delivery: Pick<Delivery, "answer" | "key">): Promise<Posted>;
}

interface SendOptions {
  readonly rest: REST;
  readonly log: Logger;
  readonly surface: Core["surface"];
  readonly lookUpPlace: LookUpPlace;
}

export function createSend({ rest, log, surface, lookUpPlace }: SendOptions): Send {
  const postAll = async (
    channel: string,
    { answer, key, note }: Omit<Delivery, "audience">,
    root?: string,
  ) => {
    const ids: string[] = [];
    for (const [index, message] of renderAnswer(answer, note).entries()) {
      ids.push(await post(rest, channel, { message, key: `${key}/${index}`, root }));
    }
    return ids[0] ?? "";
  };

  const directly: Send["directly"] = async (user, delivery) => {
    const channel = await openDirect(rest, user);
    await postAll(channel, delivery);
    const place = { kind: "direct", channel, user } as const;
    return { address: toAddress(place), conversation: conversationOf(place) };
  };

  /** A thread under the message that began it; in channels that have none, as a reply. */
  const postInThread = async (place: Extract<DiscordPlace, { kind: "channel" }>, delivery: Delivery) => {
    const { channel, root } = place;
    try {
      const name = shorten(delivery.answer.title ?? surface(delivery.answer.locale).search, threadName);
      await rest.post(Routes.threads(channel, root), { body: { name } }).catch((error: unknown) => {
        if (!isThreadThere(error)) throw error;
      });
      return await postAll(root, delivery);
    } catch (error) {
      log.info({ err: error, channel }, "discord: no thread could be used, the answer is a reply");
      return postAll(channel, delivery, root);
    }
  };

  const openly = async (place: DiscordPlace, delivery: Delivery): Promise<Posted | undefined> => {
    switch (place.kind) {
      case "direct":
      case "thread":
        await postAll(place.channel, delivery);
        return { address: toAddress(place), conversation: conversationOf(place) };
      case "channel":
        await (place.inThread ? postInThread(place, delivery) : postAll(place.channel, delivery, place.root));
        return { address: toAddress(place), conversation: conversationOf(place) };
      case "aside":
      case "board": {
        const found = await lookUpPlace(place.channel, await postAll(place.channel, delivery));
        return found && { address: toAddress(found), conversation: conversationOf(found) };
      }
    }
  };

  /** In the direct messages; where these are closed, without its content in the place that it belongs to. */
  const privately = async (place: PersonsPlace, delivery: Delivery): Promise<Posted | undefined> => {
    const { answer, audience, pointer, key } = delivery;
    const { directClosed } = surface(answer.locale);
    const say = (said: Answer) =>
      place.kind === "aside" ? undefined : openly(place, { answer: said, audience, key: `${key}/pointer` });
    let posted: Posted;
    try {
      posted = await directly(place.user, delivery);
    } catch (error) {
      if (readRefusal(error) !== "closed") throw error;
      log.info({ err: error }, "discord: somebody takes no direct messages");
      return say(pointer ?? answerOfSentence(answer.locale, directClosed));
    }
    if (audience === "direct" && pointer) await say(pointer);
    return posted;
  };

  const send = async (place: DiscordPlace, delivery: Delivery): Promise<Posted | undefined> => {
    const isOpen = place.kind === "board" || place.kind === "direct" || delivery.audience === "all";
    if (!isOpen) return privately(place, delivery);
    try {
      return await openly(place, delivery);
    } catch (error) {
      if (readRefusal(error) !== "nowhere" || place.kind === "board") throw error;
      log.info({ err: error, channel: place.channel }, "discord: an answer goes to the direct messages");
      return directly(place.user, delivery);
    }
  };
  return Object.assign(send, { directly });
}
