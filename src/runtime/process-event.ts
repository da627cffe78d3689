import type { Locale } from "../answer/locale.ts";
import { followQuestion } from "../conversation/follow-question.ts";
import { createReplyContext } from "../conversation/replies/context.ts";
import { warnOfSecret } from "../conversation/replies/warn-secret.ts";
import type { Responder, TurnResult } from "../conversation/types.ts";
import type { RecordFacts } from "../insight/record.ts";
import type { KeepUnanswered } from "../insight/unanswered.ts";
import type { KeyedQueue } from "../lib/keyed-queue.ts";
import type { Logger } from "../lib/logger.ts";
import { shorten } from "../lib/shorten.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Outcome } from "../platform/outcome.ts";
import { mask } from "../safety/mask.ts";
import type { Clock, Store } from "../store/store.ts";
import { createSendPost, type TeamChannel, teamAddress } from "./posts.ts";
import { createSecretWarning } from "./secret-warning.ts";
import { handoverOf, loadSession, newHandoverWrites, sessionWrites } from "./session.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";
import type { Trace } from "./trace.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** What the core is made of. */
export interface RuntimeOptions {
  readonly responder: () => Responder;
  readonly store: Store;
  readonly record: RecordFacts;
  /** Absent where nobody's questions are kept. */
  readonly keepUnanswered?: KeepUnanswered | undefined;
  readonly log: Logger;
  readonly defaultLocale: Locale;
  readonly now: Clock;
  /** The platforms that are running, and where on them the team is. */
  readonly adapters?: () => readonly Adapter[];
  readonly team?: TeamChannel | undefined;
  /** Absent where nobody looks behind the replies. */
  readonly trace?: Trace | undefined;
}

/** How long the store may take over one step of an event, in milliseconds. */
export const storeTimeoutMs = 2000;

/** What comes of an event: stored already, and not yet sent or recorded. */
interface ProcessedEvent extends Pick<Outcome, "reply" | "effects"> {
  /** Records what happened. */
  readonly recordFacts: () => Promise<void>;
}

/**
 * Works out what is said to an event that was claimed: recalls who it is from, lets the conversation answer, sends what
 * has to be sent before the reply, and remembers.
 */
export type ProcessEvent = (kept: StoredEvent) => Promise<ProcessedEvent>;

export function createProcessEvent(parts: RuntimeOptions, inOrder: KeyedQueue): ProcessEvent {
  const { responder, store, record, keepUnanswered, log, defaultLocale, now } = parts;
  const { adapters = () => [], team, trace } = parts;
  const sendPost = createSendPost({ adapters, team, log });
  const warn = createSecretWarning({ adapters, log });

  const warned = async (
    step: TurnResult,
    { incoming, secrets = [] }: StoredEvent,
    locale: Locale,
  ): Promise<TurnResult> => {
    if (secrets.length === 0) return step;
    const context = createReplyContext(responder().knowledge, step.state.locale ?? locale);
    // What is filled in is no message that could be deleted, and nobody else sees it.
    const place = incoming.input.kind === "submit" ? "aside" : incoming.place;
    return warn(step, incoming, warnOfSecret(context, { kinds: secrets, place }));
  };

  /** What the team does and what the person writes comes from different conversations, and changes one handing over. */
  const answer = async (kept: StoredEvent): Promise<ProcessedEvent> => {
    const hasTeam = teamAddress(adapters(), team) !== undefined;
    const id = hasTeam ? await withTimeout(storeTimeoutMs, handoverOf(store, kept.incoming)) : undefined;
    const work = () => answerInTurn(kept, hasTeam);
    return id === undefined ? work() : inOrder(`handover/${id}`, work);
  };

  const answerInTurn = async (kept: StoredEvent, hasTeam: boolean): Promise<ProcessedEvent> => {
    const { incoming } = kept;
    const { id } = incoming;
    trace?.({ kind: "received", incoming });
    const { knowledge, converse } = responder();
    const memory = await withTimeout(storeTimeoutMs, loadSession(store, incoming, hasTeam));
    trace?.({ kind: "recalled", id });
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const said = converse(
      memory.state,
      toTurn(incoming, { ...memory, locale, now: now(), ...(hasTeam && { teamLocale: defaultLocale }) }),
    );
    if (said.post?.to === "team") await withTimeout(storeTimeoutMs, store.write(newHandoverWrites(said)));
    const sent = said.post ? await sendPost(said, incoming.id) : said;
    const step = await warned(sent, kept, locale);
    trace?.({ kind: "answered", id, step });
    const { question, unanswered } = keepUnanswered ? follow(step, incoming) : forgotten;
    const state = { ...step.state, question };
    const { reply, effects } = step;
    const body = JSON.stringify({ ...toStoredEvent(kept), reply });
    const writes = [
      ...sessionWrites(incoming, { ...step, state, owner: memory.owner, writers: memory.writers }),
      ...(reply.kind === "answer" ? [{ kind: "amend", id: incoming.id, body } as const] : []),
    ];
    await withTimeout(storeTimeoutMs, store.write(writes));
    trace?.({ kind: "stored", id });
    const recordFacts = async () => {
      await record(step.facts);
      if (unanswered) await keepUnanswered?.({ locale: state.locale ?? locale, ...unanswered });
    };
    return { reply, effects, recordFacts };
  };

  return answer;
}

/** Characters kept of a question. */
const maxQuestionCharacters = 500;
const forgotten: ReturnType<typeof follow> = { question: undefined };

/** Nothing of a question is kept but what is masked. */
function follow(step: TurnResult, { input }: Incoming): ReturnType<typeof followQuestion> {
  return followQuestion(
    step,
    input.kind === "question" ? shorten(mask(input.text), maxQuestionCharacters) : "",
  );
}
