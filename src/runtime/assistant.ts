import { findLocale } from "../answer/locale.ts";
import { opensForm } from "../answer/token.ts";
import { createReplyContext } from "../conversation/replies/context.ts";
import { wouldSpeak } from "../conversation/would-speak.ts";
import { createKeyedQueue } from "../lib/keyed-queue.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Core } from "../platform/adapter.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Handle } from "../platform/outcome.ts";
import { maskSecrets } from "../safety/mask.ts";
import { secretKindsIn } from "../safety/secret-kinds.ts";
import { createAnswerEvent } from "./answer-event.ts";
import { createClaims } from "./claims.ts";
import { eventTexts, mapEventText } from "./event-text.ts";
import { createJoinEarlier } from "./join-earlier.ts";
import { withoutSession } from "./outcomes.ts";
import { createProcessEvent } from "./process-event.ts";
import { createRedelivery, type RedeliverPending } from "./redelivery.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import type { StoredEvent } from "./stored-event.ts";

/** The running core: events in, replies out, and no event is lost in between. */
export interface Assistant extends Core {
  readonly redeliverPending: RedeliverPending;
  /** Resolves when no event is being answered. */
  idle(): Promise<void>;
}

export function createAssistant(options: RuntimeOptions): Assistant {
  const { responder, store, log, defaultLocale, now } = options;
  const queue = createKeyedQueue();
  const claims = createClaims({ store, log });
  const answerEvent = createAnswerEvent(options, claims, createProcessEvent(options, queue));
  const inTurn = (event: StoredEvent) => queue(event.incoming.conversation, () => answerEvent(event));

  const joinEarlier = createJoinEarlier(claims, (incoming) => toEvent(incoming, now()));

  const handle: Handle = async (newest, earlier = []) => {
    const { incoming, finishEarlier } = await joinEarlier(newest, earlier);
    const answering = inTurn(toEvent(incoming, now())).then(finishEarlier);
    if (!isFormPress(incoming)) return answering;
    const inTime = await withTimeout(formTimeoutMs, answering).catch(() => undefined);
    if (inTime?.stored) return inTime;
    void answering.then(({ complete }) => complete(async () => {}));
    return withoutSession(options, incoming, now());
  };

  return {
    handle,
    suggest: (typed, locale) => {
      const { knowledge, suggest } = responder();
      return suggest(typed, findLocale(knowledge.languages, locale) ?? defaultLocale);
    },
    surface: (locale = defaultLocale) => createReplyContext(responder().knowledge, locale).strings.surface,
    isQuestion: (text, mode) => wouldSpeak(responder(), text, mode),
    languages: () => [...new Set([defaultLocale, ...responder().knowledge.strings.keys()])],
    idle: queue.idle,
    redeliverPending: createRedelivery({
      store,
      log,
      now,
      isInProgress: claims.isInProgress,
      answer: inTurn,
    }),
  };
}

/** How long a form waits for the store before it opens without the session, in milliseconds: its trigger expires. */
const formTimeoutMs = 400;

function isFormPress({ input }: Incoming): boolean {
  return input.kind === "press" && opensForm(input.token);
}

/** An event whose secrets are masked before anything else reads it; the kinds that were found are kept. */
function toEvent(incoming: Incoming, at: number): StoredEvent {
  const secrets = [...new Set(eventTexts(incoming).flatMap(secretKindsIn))];
  return secrets.length === 0
    ? { incoming, at }
    : { incoming: mapEventText(incoming, maskSecrets), at, secrets };
}
