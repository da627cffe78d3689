import type { Handover } from "../cases/handover.ts";
import { followQuestion } from "../conversation/follow-question.ts";
import type { TurnResult } from "../conversation/types.ts";
import type { KeyedQueue } from "../lib/keyed-queue.ts";
import { shorten } from "../lib/shorten.ts";
import type { Outcome } from "../platform/outcome.ts";
import type { Write } from "../store/store.ts";
import { type StoredEvent, toStoredEvent } from "./events/stored-event.ts";
import { createKeptAnswers } from "./kept/answer-about-kept.ts";
import { createIdleMarks } from "./nudge/idle-marks.ts";
import { loadWaiting, waitingWrites } from "./nudge/waiting-in-turn.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import { createLureWarning } from "./sending/lure-warning.ts";
import { createSendPost, teamAddress } from "./sending/posts.ts";
import { sayLate } from "./sending/say-late.ts";
import { createSecretWarning } from "./sending/secret-warning.ts";
import { createSendApart } from "./sending/send-apart.ts";
import { createTellAside } from "./sending/tell-aside.ts";
import { handoverIdOf, loadSession } from "./session/load-session.ts";
import type { Session } from "./session/session.ts";
import { handoverKey } from "./session/session-keys.ts";
import { sessionWrites } from "./session/session-writes.ts";
import { addThread, storeHandover, undoHandover } from "./session/store-handover.ts";
import { createVersionedReads, type VersionedReads } from "./session/versioned-reads.ts";
import { inStoreTime, StoreCallError } from "./store-call.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** What was made of an event: stored, but neither sent nor recorded yet. */
export interface ProcessedEvent extends Pick<Outcome, "reply" | "effects"> {
  /** Records the facts, and takes back what marks a post as idle. */
  readonly recordFacts: () => Promise<void>;
  /** What is left to do once the event is finished. Never rejects. */
  readonly afterwards?: () => Promise<void>;
}

/**
 * Processes a claimed event: loads the session, lets the conversation answer, sends what must be sent before the reply,
 * and stores the result. If another process changed the session meanwhile, it starts over.
 * @throws StoreCallError
 */
export type ProcessEvent = (event: StoredEvent) => Promise<ProcessedEvent>;

/** How often an event is answered again because another process answered one of the same person at the same time. */
const maxAttempts = 5;

/** An attempt at an event. */
interface Attempt {
  readonly event: StoredEvent;
  readonly hasTeam: boolean;
  readonly reads: VersionedReads;
  /** The last attempt writes over what others have written. */
  readonly isLast: boolean;
}

export function createProcessEvent(options: RuntimeOptions, queue: KeyedQueue): ProcessEvent {
  const { responder, store, record, keepUnanswered, log, defaultLocale, now } = options;
  const { adapters = () => [], team, tellsTeamOfLures, trace, unreacted } = options;
  const idleMarks = unreacted && createIdleMarks({ ...options, unreacted });
  const sendPost = createSendPost({ adapters, team, log, now });
  const sendApart = createSendApart(adapters, log);
  const warnAboutSecrets = createSecretWarning({ sendApart, responder });
  const warnOfLures = createLureWarning({
    store,
    responder,
    sendApart,
    log,
    team: () => {
      const address = tellsTeamOfLures ? teamAddress(adapters(), team) : undefined;
      return address && { address, locale: defaultLocale };
    },
  });

  const tellAside = createTellAside({ ...options, sendApart, queue });
  const keptAnswers = createKeptAnswers(options);

  const converseOn = ({ event: { incoming }, hasTeam }: Attempt, session: Session): Promise<TurnResult> => {
    const { knowledge } = responder();
    const turn = toTurn(incoming, {
      ...session,
      locale: placeLocale(knowledge, incoming, defaultLocale),
      now: now(),
      ...(hasTeam && { teamLocale: defaultLocale, relaysAll: team?.replies === "all" }),
      ...(options.teamName !== undefined && { teamName: options.teamName }),
    });
    return keptAnswers.converse(session.state, turn, incoming.conversation);
  };

  /**
   * Stores a changed handover, and then sends what the turn causes elsewhere. If that fails, the change is undone.
   * @returns undefined if another process has just changed the handover
   */
  const post = async (
    { event, reads }: Attempt,
    session: Session,
    result: TurnResult,
  ): Promise<TurnResult | undefined> => {
    const { handover: after } = result;
    const before = sameHandover(session, after);
    if (after && !(await storeHandover(store, reads, { before, after }))) return undefined;
    if (!result.post) return result;
    const sent = await sendPost(result, event.incoming.id);
    if (sent.handover?.thread && !after?.thread) await addThread(store, sent.handover);
    if (after && before?.id === after.id && !sent.handover) await undoHandover(store, before, after);
    return sent;
  };

  /** @returns false if another process has changed the session meanwhile; then nothing is stored */
  const save = async (
    { event, reads, isLast }: Attempt,
    {
      session,
      result,
      others,
    }: { readonly session: Session; readonly result: TurnResult; readonly others: readonly Write[] },
  ) => {
    const { reply } = result;
    // What others were told of can't be decided anew.
    const isFinal = isLast || result.post !== undefined;
    const body = JSON.stringify({ ...toStoredEvent(event), reply });
    const writes = [...sessionWrites(event.incoming, result, session), ...others];
    return inStoreTime(
      store.write([
        ...(isFinal ? writes : reads.guard(writes)),
        ...(reply.kind === "answer" ? [{ kind: "amend", id: event.incoming.id, body } as const] : []),
      ]),
    );
  };

  const attemptOnce = async (attempt: Attempt): Promise<ProcessedEvent | undefined> => {
    const { event, hasTeam, reads } = attempt;
    const { incoming } = event;
    const { id } = incoming;
    const session = await inStoreTime(loadSession(reads, incoming, hasTeam));
    const waiting = unreacted && (await loadWaiting(reads, incoming, session));
    trace?.({ kind: "recalled", id });
    const locale = placeLocale(responder().knowledge, incoming, defaultLocale);
    const posted = await post(attempt, session, await converseOn(attempt, session));
    if (!posted) return undefined;
    const warned = await warnAboutSecrets(posted, event, locale);
    await warnOfLures(incoming, session, locale);
    const kept = await withoutForgotten(await keptAnswers.forgetIfWished(warned, incoming), session);
    const result = sayLate(kept, incoming, { knowledge: responder().knowledge, locale, now: now() });
    trace?.({ kind: "answered", id, result });
    const { question, unanswered } = keepUnanswered ? follow(result, event) : notFollowed;
    const { isOwnPlace = result.state.isOwnPlace } = incoming;
    const stored = { ...result, state: { ...result.state, question, ...(isOwnPlace && { isOwnPlace }) } };
    const { knowledge } = responder();
    const turn = { incoming, session, result: stored, before: waiting, knowledge, locale };
    const others = unreacted ? waitingWrites(turn, unreacted) : [];
    const isSaved = await save(attempt, { session, result: stored, others });
    if (!isSaved) return undefined;
    trace?.({ kind: "stored", id });
    const { reply, effects, facts, note, handover: after } = result;
    const recordFacts = async () => {
      await record(facts);
      if (unanswered) await keepUnanswered?.({ locale: stored.state.locale ?? locale, ...unanswered });
      if (waiting?.mark) await idleMarks?.takeBack(incoming.conversation);
    };
    const afterwards = async () => {
      if (result.forgets) await keptAnswers.scrubAfter(id);
      const before = after ? sameHandover(session, after) : session.handover;
      const isTeamPress = session.isTeamSide && incoming.input.kind === "press";
      await tellAside({ note, before, after, isTeamPress }, id);
    };
    return { reply, effects, recordFacts, afterwards };
  };

  /** A handover that was forgotten while the team wrote about it does not come back. */
  const withoutForgotten = async (result: TurnResult, session: Session): Promise<TurnResult> => {
    const { handover, ...rest } = result;
    if (!handover || !sameHandover(session, handover)) return result;
    return (await inStoreTime(store.get(handoverKey(handover.id)))) ? result : rest;
  };

  const processInTurn = async (event: StoredEvent, hasTeam: boolean): Promise<ProcessedEvent> => {
    trace?.({ kind: "received", incoming: event.incoming });
    for (let count = 1; count <= maxAttempts; count += 1) {
      const isLast = count === maxAttempts;
      const processed = await attemptOnce({ event, hasTeam, reads: createVersionedReads(store), isLast });
      if (processed) return processed;
    }
    throw new StoreCallError("the handover was changed by another process each time");
  };

  /** The team and the person write in different conversations and change the same handover: one after the other. */
  const processAlone = async (event: StoredEvent): Promise<ProcessedEvent> => {
    const hasTeam = teamAddress(adapters(), team) !== undefined;
    const handover = hasTeam ? await inStoreTime(handoverIdOf(store, event.incoming)) : undefined;
    const work = () => processInTurn(event, hasTeam);
    return handover === undefined ? work() : queue(`handover/${handover}`, work);
  };

  /** One after the other for each person, so that nothing that was forgotten is written by what came before. */
  return (event) => queue(`person/${event.incoming.person}`, () => processAlone(event));
}

/** The handover as it was read, if it was: a person's last one, or one before. */
function sameHandover({ handover, earlier }: Session, after: Handover | undefined): Handover | undefined {
  return [handover, ...earlier].find((one) => one !== undefined && one.id === after?.id);
}

/** Maximum characters that are kept of a question. */
const maxQuestionCharacters = 500;
const notFollowed: ReturnType<typeof follow> = { question: undefined };

/** Only the masked question is kept. */
function follow(result: TurnResult, event: StoredEvent): ReturnType<typeof followQuestion> {
  const { input } = toStoredEvent(event).incoming;
  const text = input.kind === "question" ? shorten(input.text, maxQuestionCharacters) : "";
  return followQuestion(result, text);
}
