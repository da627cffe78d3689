import { findLocale } from "../answer/locale.ts";
import { opensForm } from "../answer/token.ts";
import { createReplyContext } from "../conversation/replies/context.ts";
import { wouldSpeak } from "../conversation/would-speak.ts";
import { createKeyedQueue } from "../lib/keyed-queue.ts";
import { shorten } from "../lib/shorten.ts";
import { createTickQueue } from "../lib/tick-queue.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Core } from "../platform/adapter.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Handle, Outcome } from "../platform/outcome.ts";
import { maskName, maskSecrets } from "../safety/mask.ts";
import { secretKindsIn } from "../safety/secret-kinds.ts";
import { createAnswerEvent } from "./answer-event.ts";
import { type Claim, createClaims } from "./events/claims.ts";
import { createDeferral } from "./events/deferral.ts";
import { eventTexts, mapEventText } from "./events/event-text.ts";
import { createJoinEarlier } from "./events/join-earlier.ts";
import { createRedelivery, deliverLate, type RedeliverPending } from "./events/redelivery.ts";
import type { StoredEvent } from "./events/stored-event.ts";
import { createEventLimits } from "./limits/event-limits.ts";
import { limitLength } from "./limits/limit-length.ts";
import { maxNameCharacters } from "./limits/rates.ts";
import { createSharedLimit } from "./limits/shared-limit.ts";
import { createWaitingAnswers } from "./nudge/look-after-waiting.ts";
import { createOfferedTopics } from "./offered-topics.ts";
import { apology, silence, tooMuch, withoutSession } from "./outcomes.ts";
import { createProcessEvent } from "./process-event.ts";
import type { RuntimeOptions } from "./runtime-options.ts";

/** The running core: events in, replies out, and no event is lost in between. */
export interface Assistant extends Core {
  readonly redeliverPending: RedeliverPending;
  /**
   * Asks whether answers helped that got no reaction, and marks their posts as idle, as far as that is switched on. Never
   * rejects.
   */
  lookAfterWaiting(): Promise<void>;
  /** Keeps the events that are being answered or sent for this process. Never rejects. */
  renewClaims(): Promise<void>;
  /** Resolves when no event is being answered. */
  idle(): Promise<void>;
  /** Gives up on the events that wait for the store. */
  stop(): void;
}

export function createAssistant(options: RuntimeOptions): Assistant {
  const { responder, store, log, defaultLocale, now, unreacted, adapters = () => [] } = options;
  const queue = createKeyedQueue();
  const nextTick = createTickQueue();
  const claims = createClaims({ store, log });
  const answerEvent = createAnswerEvent(options, claims, createProcessEvent(options, queue));
  const limits = createEventLimits(now);
  const takeOfPerson = options.isOneOfSeveral ? createSharedLimit(store, now) : undefined;
  const inTurn = <T>({ incoming }: StoredEvent, work: () => Promise<T>) => queue(incoming.conversation, work);
  const deferral = createDeferral(options, {
    claims,
    answer: (event) => inTurn(event, () => answerEvent(event)),
  });

  const joinEarlier = createJoinEarlier(claims, (incoming) => toEvent(incoming, now()));

  const answerLive = async (event: StoredEvent, claim: Claim): Promise<Outcome> => {
    const { incoming } = event;
    if (claim !== "new" && claim !== "refused") return silence(`the event is ${claim}`, { kind: "repeated" });
    const isClaimed = claim === "new";
    if (isClaimed) {
      const refused = await refuseTogether(incoming);
      if (refused) return refused;
      const answered = await answerEvent(event).catch(() => undefined);
      if (answered) return answered;
    }
    // A form opens without the store, and later there is nothing to open it on.
    if (!isFormPress(incoming)) return deferral.defer(event, isClaimed);
    claims.release(incoming.id);
    return { ...apology(options, incoming, "fault"), stored: false };
  };

  /** What is too much in all processes together; it is answered in this way, and done. */
  const refuseTogether = async (incoming: Incoming): Promise<Outcome | undefined> => {
    const verdict = incoming.addressed ? ((await takeOfPerson?.(incoming.person)) ?? "allowed") : "allowed";
    if (verdict === "allowed") return undefined;
    await claims.finish(incoming.id);
    if (verdict === "closed")
      return silence("too much at once from the person", { kind: "refused", limit: "person" });
    log.warn({ event: incoming.id, of: "person" }, "limits: too much at once, quiet for a minute");
    return tooMuch(options, incoming, "person");
  };

  const handle: Handle = async (given, about) => {
    const admission = limits.admit(given);
    if (admission.kind === "admitted") return handleAdmitted(limitLength(given), about);
    about?.onClaimed?.();
    if (admission.kind === "quiet")
      return silence(admission.because, { kind: "refused", limit: admission.limit });
    log.warn({ event: given.id, of: admission.whose }, "limits: too much at once, quiet for a minute");
    return tooMuch(options, given, admission.whose);
  };

  const handleAdmitted: Handle = async (incoming, about) => {
    const outcome = await answerInTime(incoming, about);
    if (!incoming.addressed && outcome.reply.kind === "answer") limits.countUnasked(incoming);
    return outcome;
  };

  const answerInTime: Handle = async (newest, { onClaimed, earlier = [] } = {}) => {
    const { incoming, finishEarlier } = await joinEarlier(newest, earlier);
    const event = toEvent(incoming, now());
    const claiming = claims.claim(event);
    void claiming.then((claim) => {
      if (claim !== "refused") onClaimed?.();
    });
    const answering = inTurn(event, async () => {
      const claim = await claiming;
      await nextTick();
      return answerLive(event, claim);
    }).then(finishEarlier);
    if (!isFormPress(incoming)) return answering;
    const inTime = await withTimeout(formTimeoutMs, answering).catch(() => undefined);
    if (inTime?.stored) return inTime;
    void answering.then(({ complete }) => complete(async () => {}));
    return withoutSession(options, incoming, now());
  };

  const answerAgain = (event: StoredEvent) =>
    inTurn(event, async () => {
      if ((await claims.claim(event)) !== "new") return undefined;
      return answerEvent(event).catch(() => {
        claims.release(event.incoming.id);
        return undefined;
      });
    });

  const sendStored = async (event: StoredEvent) => {
    const adapter = adapters().find(({ name }) => name === event.incoming.address.adapter);
    const outcome = adapter && (await answerAgain(event));
    if (outcome) await deliverLate(adapter, event, outcome);
  };
  const waiting = unreacted && createWaitingAnswers({ ...options, unreacted, queue, sendStored });

  return {
    handle,
    lookAfterWaiting: async () => waiting?.lookAfter(),
    suggest: (typed, locale) => {
      const { knowledge, suggest } = responder();
      return suggest(typed, findLocale(knowledge.languages, locale) ?? defaultLocale);
    },
    surface: (locale = defaultLocale) => createReplyContext(responder().knowledge, locale).strings.surface,
    topics: createOfferedTopics(options),
    isQuestion: (text, mode) => wouldSpeak(responder(), text, mode),
    languages: () => [...new Set([defaultLocale, ...responder().knowledge.strings.keys()])],
    renewClaims: claims.renew,
    idle: queue.idle,
    stop: deferral.stop,
    redeliverPending: createRedelivery({
      store,
      log,
      now,
      isInProgress: claims.isInProgress,
      answer: answerAgain,
    }),
  };
}

/** How long a form waits for the store before it opens without the session, in milliseconds: its trigger expires. */
const formTimeoutMs = 400;

function isFormPress({ input }: Incoming): boolean {
  return input.kind === "press" && opensForm(input.token);
}

/** An event whose secrets are masked before anything else reads it; the kinds that were found are kept. */
function toEvent(given: Incoming, at: number): StoredEvent {
  const incoming = withMaskedName(given);
  const secrets = [...new Set(eventTexts(incoming).flatMap(secretKindsIn))];
  return secrets.length === 0
    ? { incoming, at }
    : { incoming: mapEventText(incoming, maskSecrets), at, secrets };
}

/** Names are stored with a handover, so that nothing of them is personal but the name. Nobody is warned of their own. */
function withMaskedName(incoming: Incoming): Incoming {
  const { name } = incoming;
  return name === undefined ? incoming : { ...incoming, name: shorten(maskName(name), maxNameCharacters) };
}
