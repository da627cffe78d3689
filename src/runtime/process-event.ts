import { followQuestion } from "../conversation/follow-question.ts";
import type { TurnResult } from "../conversation/types.ts";
import type { KeyedQueue } from "../lib/keyed-queue.ts";
import { shorten } from "../lib/shorten.ts";
import { withTimeout } from "../lib/with-timeout.ts";
import type { Incoming } from "../platform/incoming.ts";
import type { Outcome } from "../platform/outcome.ts";
import { mask } from "../safety/mask.ts";
import { handoverIdOf, loadSession } from "./load-session.ts";
import { createSendPost, teamAddress } from "./posts.ts";
import { type RuntimeOptions, storeTimeoutMs } from "./runtime-options.ts";
import { sayLate } from "./say-late.ts";
import { createSecretWarning } from "./secret-warning.ts";
import type { Session } from "./session.ts";
import { newHandoverWrites, sessionWrites } from "./session-writes.ts";
import { type StoredEvent, toStoredEvent } from "./stored-event.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** What was made of an event: stored, but neither sent nor recorded yet. */
interface ProcessedEvent extends Pick<Outcome, "reply" | "effects"> {
  readonly recordFacts: () => Promise<void>;
}

/**
 * Processes a claimed event: loads the session, lets the conversation answer, sends what must be sent before the reply,
 * and stores the result.
 */
export type ProcessEvent = (event: StoredEvent) => Promise<ProcessedEvent>;

export function createProcessEvent(options: RuntimeOptions, queue: KeyedQueue): ProcessEvent {
  const { responder, store, record, keepUnanswered, log, defaultLocale, now } = options;
  const { adapters = () => [], team, trace } = options;
  const sendPost = createSendPost({ adapters, team, log });
  const warnAboutSecrets = createSecretWarning({ adapters, log, responder });
  const inTime = <T>(call: Promise<T>) => withTimeout(storeTimeoutMs, call);

  const answer = async (
    { incoming }: StoredEvent,
    session: Session,
    hasTeam: boolean,
  ): Promise<TurnResult> => {
    const { knowledge, converse } = responder();
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const turn = toTurn(incoming, {
      ...session,
      locale,
      now: now(),
      ...(hasTeam && { teamLocale: defaultLocale }),
    });
    const result = converse(session.state, turn);
    if (result.post?.to === "team") await inTime(store.write(newHandoverWrites(result)));
    return result.post ? sendPost(result, incoming.id) : result;
  };

  const save = async (event: StoredEvent, session: Session, result: TurnResult): Promise<void> => {
    const { reply } = result;
    const body = JSON.stringify({ ...toStoredEvent(event), reply });
    const writes = [
      ...sessionWrites(event.incoming, result, session),
      ...(reply.kind === "answer" ? [{ kind: "amend", id: event.incoming.id, body } as const] : []),
    ];
    await inTime(store.write(writes));
  };

  const processInTurn = async (event: StoredEvent, hasTeam: boolean): Promise<ProcessedEvent> => {
    const { incoming } = event;
    const { id } = incoming;
    trace?.({ kind: "received", incoming });
    const session = await inTime(loadSession(store, incoming, hasTeam));
    trace?.({ kind: "recalled", id });
    const locale = placeLocale(responder().knowledge, incoming, defaultLocale);
    const warned = await warnAboutSecrets(await answer(event, session, hasTeam), event, locale);
    const result = sayLate(warned, incoming, { knowledge: responder().knowledge, locale, now: now() });
    trace?.({ kind: "answered", id, result });
    const { question, unanswered } = keepUnanswered ? follow(result, incoming) : notFollowed;
    const state = { ...result.state, question };
    await save(event, session, { ...result, state });
    trace?.({ kind: "stored", id });
    const { reply, effects, facts } = result;
    const recordFacts = async () => {
      await record(facts);
      if (unanswered) await keepUnanswered?.({ locale: state.locale ?? locale, ...unanswered });
    };
    return { reply, effects, recordFacts };
  };

  /** The team and the person write in different conversations and change the same handover: one after the other. */
  return async (event) => {
    const hasTeam = teamAddress(adapters(), team) !== undefined;
    const handover = hasTeam ? await inTime(handoverIdOf(store, event.incoming)) : undefined;
    const work = () => processInTurn(event, hasTeam);
    return handover === undefined ? work() : queue(`handover/${handover}`, work);
  };
}

/** Maximum characters that are kept of a question. */
const maxQuestionCharacters = 500;
const notFollowed: ReturnType<typeof follow> = { question: undefined };

/** Only the masked question is kept. */
function follow(result: TurnResult, { input }: Incoming): ReturnType<typeof followQuestion> {
  const text = input.kind === "question" ? shorten(mask(input.text), maxQuestionCharacters) : "";
  return followQuestion(result, text);
}
