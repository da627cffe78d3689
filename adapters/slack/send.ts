import type { webApi } from "@slack/bolt";
import type { Answer } from "../../src/answer/answer.ts";
import type { Logger } from "../../src/insight/log.ts";
import type { Audience, SurfaceWords } from "../../src/platform.ts";
import { insist } from "./insist.ts";
import { betweenMessages } from "./limits.ts";
import { isDirect, type Place } from "./place.ts";
import { post } from "./post.ts";
import { createQueue } from "./queue.ts";
import { renderAnswer } from "./render.ts";
import { renderHome } from "./render-home.ts";

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
  (place: Place, delivery: Delivery): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
}

interface Parts {
  readonly client: webApi.WebClient;
  readonly log: Logger;
  readonly surface: (locale: Answer["locale"]) => SurfaceWords;
}

export function createSend({ client, log, surface }: Parts): Send {
  const queue = createQueue(betweenMessages);
  /** Keys of what one person alone was shown, which can't be looked for. */
  const whispered = new Set<string>();

  const postAll = async (
    target: { readonly channel: string; readonly thread?: string | undefined },
    { answer, key, isRepeated = false }: Delivery,
  ) => {
    for (const [index, message] of renderAnswer(answer).entries()) {
      const posted = { ...target, message, key: `${key}/${index}`, isRepeated };
      await queue(target.channel, () => post(client, log, posted));
    }
  };

  /** For one person's eyes in a channel; where the bot is no member, in their direct messages. */
  const whisper = async (
    { channel, thread, user }: { readonly channel: string; readonly thread?: string; readonly user: string },
    delivery: Delivery,
  ) => {
    const { answer, key } = delivery;
    if (whispered.has(key)) return;
    try {
      for (const message of renderAnswer(answer)) {
        await post(client, log, { channel, thread, message, key, isRepeated: false, onlyFor: user });
      }
      keep(whispered, key);
    } catch (error) {
      log.info({ err: error, channel }, "slack: a private answer goes to the direct messages");
      const opened = await client.conversations.open({ users: user });
      if (!opened.channel?.id) throw error;
      await postAll({ channel: opened.channel.id }, delivery);
    }
  };

  const send = async (place: Place, delivery: Delivery): Promise<void> => {
    const { answer, audience } = delivery;
    switch (place.kind) {
      case "home":
        return insist(log, renderHome(answer, surface(answer.locale)), {
          attempt: (view) => client.views.publish({ user_id: place.user, view }),
          mend: (view) => view,
        });
      case "aside":
        if (audience === "all") return postAll({ channel: place.channel }, delivery);
        return whisper(place, delivery);
      case "thread":
        if (audience === "all" || isDirect(place.channel)) return postAll(place, delivery);
        return whisper(place, delivery);
    }
  };
  return Object.assign(send, { idle: queue.idle });
}

/** As many keys are remembered. */
const kept = 1000;

function keep(keys: Set<string>, key: string): void {
  keys.add(key);
  const [oldest] = keys;
  if (keys.size > kept && oldest !== undefined) keys.delete(oldest);
}
