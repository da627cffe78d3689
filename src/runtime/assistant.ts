import { findLocale } from "../answer/locale.ts";
import { opensForm } from "../answer/token.ts";
import { createContext } from "../conversation/replies/context.ts";
import { sayWithTopics } from "../conversation/replies/lead-on.ts";
import { createInOrder } from "../lib/keyed-queue.ts";
import { within } from "../lib/with-timeout.ts";
import type { Core, Handle, Incoming, Outcome } from "../platform/adapter.ts";
import { kindsOf } from "../safety/kinds-of.ts";
import { maskSecrets } from "../safety/mask.ts";
import { withWords, wordsIn } from "./event-text.ts";
import { type CoreParts, createThink, storeMayTake } from "./process-event.ts";
import { createRecover, type Recover } from "./redelivery.ts";
import { nothing } from "./session.ts";
import { type KeptEvent, toKeep } from "./stored-event.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** The core at work: events in, replies out, and nothing forgotten in between. */
export interface Assistant extends Core {
  readonly recover: Recover;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

/** How long an event belongs to the process that received it, in milliseconds; then it is for `recover`. */
export const lease = 60_000;
/** The most that a form waits for anything stored, in milliseconds: platforms take it soon after the press or never. */
const formMayWait = 400;

export function createAssistant(parts: CoreParts): Assistant {
  const { brain, store, log, defaultLocale, now, trace } = parts;
  const inOrder = createInOrder();
  const think = createThink(parts, inOrder);
  /** Events that this process is answering or sending, which are not for `recover`. */
  const underWay = new Set<string>();

  const finish = (id: string) => {
    underWay.delete(id);
    return within(storeMayTake, store.finish(id)).catch((error: unknown) => {
      log.error({ err: error, event: id }, "the store can't be told that an event is answered");
    });
  };
  /** What happened is recorded while the answer is on its way. */
  const settling = (id: string, happened: () => Promise<void>): Outcome["settle"] => {
    return async (send) => {
      try {
        await Promise.all([send(), happened()]);
        trace?.({ kind: "sent", id });
        await finish(id);
      } catch (error) {
        underWay.delete(id);
        log.error({ err: error, event: id }, "an answer could not be sent: it is tried again");
      }
    };
  };

  const take = async (kept: KeptEvent): Promise<Outcome> => {
    const { id } = kept.incoming;
    const claim = await within(storeMayTake, store.receive(id, JSON.stringify(toKeep(kept)), lease)).catch(
      (error: unknown) => {
        log.error({ err: error, event: id }, "the store does not take an event");
        return "refused" as const;
      },
    );
    if (claim === "refused") return apologise(kept.incoming, false);
    if (claim !== "new") return silence(`the event is ${claim}`);
    underWay.add(id);
    try {
      if (kept.reply) return { ...late(kept.reply), settle: settling(id, async () => {}) };
      const { reply, effects, happened } = await think(kept);
      if (reply.kind !== "silence") return { reply, effects, stored: true, settle: settling(id, happened) };
      await happened();
      await finish(id);
      return { reply, effects, stored: true, settle };
    } catch (error) {
      log.error({ err: error, event: id }, "a message could not be answered");
      await finish(id);
      return apologise(kept.incoming, true);
    }
  };

  /** Whoever spoke to the bot is never met with silence, whatever broke. */
  const apologise = (incoming: Incoming, stored: boolean): Outcome => {
    if (!incoming.addressed) return { ...silence("a fault, and nobody asked the bot"), stored };
    const { knowledge } = brain();
    const context = createContext(knowledge, placeLocale(knowledge, incoming, defaultLocale));
    const apology = sayWithTopics(context, context.words.fault);
    return { ...late({ answer: apology, audience: "asker" }), stored };
  };

  const handleKept = (kept: KeptEvent) => inOrder(kept.incoming.conversation, () => take(kept));
  const handle: Handle = async (incoming) => {
    const secrets = [...new Set(wordsIn(incoming).flatMap(kindsOf))];
    const working = handleKept({
      incoming: withWords(incoming, maskSecrets),
      at: now(),
      ...(secrets.length > 0 && { secrets }),
    });
    const { input } = incoming;
    if (input.kind !== "press" || !opensForm(input.token)) return working;
    const inTime = await within(formMayWait, working).catch(() => undefined);
    if (inTime?.stored) return inTime;
    void working.then((late) => late.settle(async () => {}));
    return openUnfilled(incoming);
  };

  /** A form without what is stored of the person. */
  const openUnfilled = (incoming: Incoming): Outcome => {
    const { knowledge, converse } = brain();
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const turn = toTurn(incoming, { ...nothing, locale, now: now() });
    return { reply: converse(nothing.state, turn).reply, effects: [], stored: true, settle };
  };

  return {
    handle,
    suggest: (typed, locale) => {
      const { knowledge, suggest } = brain();
      return suggest(typed, findLocale(knowledge.languages, locale) ?? defaultLocale);
    },
    surface: (locale = defaultLocale) => createContext(brain().knowledge, locale).words.surface,
    languages: () => [...new Set([defaultLocale, ...brain().knowledge.wordings.keys()])],
    idle: inOrder.idle,
    recover: createRecover({ store, log, now, isUnderWay: (id) => underWay.has(id), handle: handleKept }),
  };
}

const settle: Outcome["settle"] = async (send) => {
  await send();
};

function silence(because: string): Outcome {
  return { reply: { kind: "silence", because }, effects: [], stored: true, settle };
}

/** An outcome that is nothing but its answer. */
function late(reply: NonNullable<KeptEvent["reply"]>): Outcome {
  return { reply: { kind: "answer", ...reply }, effects: [], stored: true, settle };
}
