import { findLocale } from "../answer/locale.ts";
import { opensForm } from "../answer/token.ts";
import { createReplyContext } from "../conversation/replies/context.ts";
import { sayWithTopics } from "../conversation/replies/lead-on.ts";
import { createKeyedQueue } from "../lib/keyed-queue.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Core } from "../platform/adapter.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Handle, Outcome } from "../platform/outcome.ts";
import { kindsOf } from "../safety/kinds-of.ts";
import { maskSecrets } from "../safety/mask.ts";
import { eventTexts, mapEventText } from "./event-text.ts";
import { createProcessEvent, type RuntimeOptions, storeTimeoutMs } from "./process-event.ts";
import { createRedelivery, type RedeliverPending } from "./redelivery.ts";
import { emptySession } from "./session.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** The core at work: events in, replies out, and nothing forgotten in between. */
export interface Assistant extends Core {
  readonly redeliverPending: RedeliverPending;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

/** How long an event belongs to the process that received it, in milliseconds; then it is for `recover`. */
export const leaseMs = 60_000;
/** The most that a form waits for anything stored, in milliseconds: platforms take it soon after the press or never. */
const formTimeoutMs = 400;

export function createAssistant(parts: RuntimeOptions): Assistant {
  const { responder, store, log, defaultLocale, now, trace } = parts;
  const inOrder = createKeyedQueue();
  const think = createProcessEvent(parts, inOrder);
  /** Events that this process is answering or sending, which are not for `recover`. */
  const underWay = new Set<string>();

  const finish = (id: string) => {
    underWay.delete(id);
    return withTimeout(storeTimeoutMs, store.finish(id)).catch((error: unknown) => {
      log.error({ err: error, event: id }, "the store can't be told that an event is answered");
    });
  };
  /** What happened is recorded while the answer is on its way. */
  const completing = (id: string, recordFacts: () => Promise<void>): Outcome["complete"] => {
    return async (send) => {
      try {
        await Promise.all([send(), recordFacts()]);
        trace?.({ kind: "sent", id });
        await finish(id);
      } catch (error) {
        underWay.delete(id);
        log.error({ err: error, event: id }, "an answer could not be sent: it is tried again");
      }
    };
  };

  const take = async (kept: StoredEvent): Promise<Outcome> => {
    const { id } = kept.incoming;
    const claim = await withTimeout(
      storeTimeoutMs,
      store.receive(id, JSON.stringify(toStoredEvent(kept)), leaseMs),
    ).catch((error: unknown) => {
      log.error({ err: error, event: id }, "the store does not take an event");
      return "refused" as const;
    });
    if (claim === "refused") return apologise(kept.incoming, false);
    if (claim !== "new") return silence(`the event is ${claim}`);
    underWay.add(id);
    try {
      if (kept.reply) return { ...late(kept.reply), complete: completing(id, async () => {}) };
      const { reply, effects, recordFacts } = await think(kept);
      if (reply.kind !== "silence")
        return { reply, effects, stored: true, complete: completing(id, recordFacts) };
      await recordFacts();
      await finish(id);
      return { reply, effects, stored: true, complete };
    } catch (error) {
      log.error({ err: error, event: id }, "a message could not be answered");
      await finish(id);
      return apologise(kept.incoming, true);
    }
  };

  /** Whoever spoke to the bot is never met with silence, whatever broke. */
  const apologise = (incoming: Incoming, stored: boolean): Outcome => {
    if (!incoming.addressed) return { ...silence("a fault, and nobody asked the bot"), stored };
    const { knowledge } = responder();
    const context = createReplyContext(knowledge, placeLocale(knowledge, incoming, defaultLocale));
    const apology = sayWithTopics(context, context.strings.fault);
    return { ...late({ answer: apology, audience: "asker" }), stored };
  };

  const handleKept = (kept: StoredEvent) => inOrder(kept.incoming.conversation, () => take(kept));
  const handle: Handle = async (incoming) => {
    const secrets = [...new Set(eventTexts(incoming).flatMap(kindsOf))];
    const working = handleKept({
      incoming: mapEventText(incoming, maskSecrets),
      at: now(),
      ...(secrets.length > 0 && { secrets }),
    });
    const { input } = incoming;
    if (input.kind !== "press" || !opensForm(input.token)) return working;
    const inTime = await withTimeout(formTimeoutMs, working).catch(() => undefined);
    if (inTime?.stored) return inTime;
    void working.then((late) => late.complete(async () => {}));
    return openUnfilled(incoming);
  };

  /** A form without what is stored of the person. */
  const openUnfilled = (incoming: Incoming): Outcome => {
    const { knowledge, converse } = responder();
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const turn = toTurn(incoming, { ...emptySession, locale, now: now() });
    return { reply: converse(emptySession.state, turn).reply, effects: [], stored: true, complete };
  };

  return {
    handle,
    suggest: (typed, locale) => {
      const { knowledge, suggest } = responder();
      return suggest(typed, findLocale(knowledge.languages, locale) ?? defaultLocale);
    },
    surface: (locale = defaultLocale) => createReplyContext(responder().knowledge, locale).strings.surface,
    languages: () => [...new Set([defaultLocale, ...responder().knowledge.wordings.keys()])],
    idle: inOrder.idle,
    redeliverPending: createRedelivery({
      store,
      log,
      now,
      isUnderWay: (id) => underWay.has(id),
      handle: handleKept,
    }),
  };
}

const complete: Outcome["complete"] = async (send) => {
  await send();
};

function silence(because: string): Outcome {
  return { reply: { kind: "silence", because }, effects: [], stored: true, complete };
}

/** An outcome that is nothing but its answer. */
function late(reply: NonNullable<StoredEvent["reply"]>): Outcome {
  return { reply: { kind: "answer", ...reply }, effects: [], stored: true, complete };
}
