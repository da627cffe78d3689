import type { webApi } from "@slack/bolt";
import type { Answer } from "../../../src/answer/answer.ts";
import { createKeyedQueue } from "../../../src/lib/keyed-queue.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Audience } from "../../../src/platform/outcome.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";
import { postIntervalMs } from "../limits.ts";
import { isDm, type SlackPlace } from "../place.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { renderHome } from "../rendering/render-home.ts";
import { post } from "./post.ts";
import { readRefusal } from "./refusal.ts";
import { retryCall } from "./retry.ts";

interface Delivery {
  readonly answer: Answer;
  readonly audience: Audience;
  /** The event that is answered. */
  readonly key: string;
  /** Whether it may have been sent before. */
  readonly isRepeated?: boolean;
}

/** Sends answers by the Web API, which works at any later time. */
export interface Send {
  /** @returns where the first message went; undefined for what is seen by one alone, or stands in the App Home */
  (place: SlackPlace, delivery: Delivery): Promise<Sent | undefined>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

/** A message that everybody sees in a channel, or in direct messages. */
interface Sent {
  readonly channel: string;
  /** The thread that goes on under it. */
  readonly thread: string;
}

interface PostTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
}

interface SendOptions {
  readonly client: webApi.WebClient;
  readonly log: Logger;
  readonly surface: (locale: Answer["locale"]) => SurfaceStrings;
}

export function createSend({ client, log, surface }: SendOptions): Send {
  const queue = createKeyedQueue({ pauseMs: postIntervalMs });
  /** Keys of what one person alone was shown, which can't be looked for. */
  const whispered = new Set<string>();

  const postAll = async ({ channel, thread }: PostTarget, { answer, key, isRepeated = false }: Delivery) => {
    const sent: string[] = [];
    for (const [index, message] of renderAnswer(answer).entries()) {
      const posted = { channel, thread, message, key: `${key}/${index}`, isRepeated };
      sent.push(await queue(channel, () => post(client, log, posted)));
    }
    const [first] = sent;
    return first === undefined ? undefined : { channel, thread: thread ?? first };
  };

  /** For one person's eyes in a channel. */
  const whisper = async (
    { channel, thread, user }: PostTarget & { user: string },
    { answer, key }: Delivery,
  ) => {
    if (whispered.has(key)) return;
    for (const message of renderAnswer(answer)) {
      await post(client, log, { channel, thread, message, key, isRepeated: false, onlyFor: user });
    }
    keep(whispered, key);
  };

  const postDirectly = async (user: string, delivery: Delivery) => {
    const opened = await client.conversations.open({ users: user });
    if (!opened.channel?.id) throw new Error("slack: a direct message could not be opened");
    return postAll({ channel: opened.channel.id }, delivery);
  };

  const sendThere = async (place: Exclude<SlackPlace, { kind: "home" }>, delivery: Delivery) => {
    const isOpen = delivery.audience === "all" || (place.kind === "thread" && isDm(place.channel));
    if (isOpen) return postAll(place, delivery);
    await whisper(place, delivery);
    return undefined;
  };

  const publish = async (user: string, answer: Answer) => {
    const view = renderHome(answer, surface(answer.locale));
    await queue(`home/${user}`, () =>
      retryCall(log, view, {
        attempt: () => client.views.publish({ user_id: user, view }),
        mend: () => view,
      }),
    );
    return undefined;
  };

  /** Into a person's direct messages, in the thread where they are there already. */
  const sendDirectly = async (place: SlackPlace, delivery: Delivery) => {
    if (place.kind === "thread" && isDm(place.channel)) return postAll(place, delivery);
    return postDirectly(place.user, delivery);
  };

  const send = async (place: SlackPlace, delivery: Delivery): Promise<Sent | undefined> => {
    const { answer, audience } = delivery;
    if (audience === "direct") return sendDirectly(place, delivery);
    if (place.kind === "home") return publish(place.user, answer);
    try {
      return await sendThere(place, delivery);
    } catch (error) {
      // Where the bot may not write any more, or nobody knows what one person saw, they are told in person.
      if (audience === "all" && readRefusal(error).kind !== "nowhere") throw error;
      log.info({ err: error, channel: place.channel }, "slack: an answer goes to the direct messages");
      return postDirectly(place.user, delivery);
    }
  };
  return Object.assign(send, { idle: queue.idle });
}

/** As many keys are remembered. */
const maxRememberedKeys = 1000;

function keep(keys: Set<string>, key: string): void {
  keys.add(key);
  const [oldest] = keys;
  if (keys.size > maxRememberedKeys && oldest !== undefined) keys.delete(oldest);
}
