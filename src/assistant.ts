import { findLocale, type Locale } from "./answer/locale.ts";
import { shorten } from "./answer/shorten.ts";
import type { Suggest } from "./answer/suggestion.ts";
import { opensForm } from "./answer/token.ts";
import { keptAt } from "./cases/draft.ts";
import type { Converse } from "./conversation/converse.ts";
import { followQuestion } from "./conversation/follow-question.ts";
import { createContext } from "./conversation/replies/context.ts";
import { sayWithTopics } from "./conversation/replies/lead-on.ts";
import { warnOfSecret } from "./conversation/replies/warn-secret.ts";
import type { Step, Team, Turn } from "./conversation/step.ts";
import { createInOrder } from "./in-order.ts";
import type { Logger } from "./insight/log.ts";
import type { RecordFacts } from "./insight/record.ts";
import type { KeepUnanswered } from "./insight/unanswered.ts";
import type { KeptEvent } from "./kept-event.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { handoverOf, isCrowded, type Memory, nothing, recall, toBegin, toRemember } from "./memory.ts";
import type { Adapter, Core, Handle, Incoming, Outcome } from "./platform.ts";
import { createSendPost, type TeamChannel, teamAddress } from "./post.ts";
import { createRecover, type Recover } from "./recover.ts";
import { kindsOf } from "./safety/kinds-of.ts";
import { mask, maskSecrets } from "./safety/mask.ts";
import type { Clock, Store } from "./store/store.ts";
import type { Trace } from "./trace.ts";
import { createWarn } from "./warn.ts";
import { within } from "./within.ts";
import { withWords, wordsIn } from "./words.ts";

/** What the assistant knows and how it talks about it; exchanged as one when the knowledge is read anew. */
export interface Brain {
  readonly knowledge: Knowledge;
  readonly converse: Converse;
  readonly suggest: Suggest;
}

interface Parts {
  readonly brain: () => Brain;
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

/** The core at work: events in, replies out, and nothing forgotten in between. */
export interface Assistant extends Core {
  readonly recover: Recover;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

/** How long an event belongs to the process that received it, in milliseconds; then it is for `recover`. */
export const lease = 60_000;
/** How long the store may take over a new event, in milliseconds, before the platform has to send it again. */
const storeMayTake = 2000;
/** The most that a form waits for anything stored, in milliseconds: platforms take it soon after the press or never. */
const formMayWait = 400;

export function createAssistant(parts: Parts): Assistant {
  const {
    brain,
    store,
    record,
    keepUnanswered,
    log,
    defaultLocale,
    now,
    adapters = () => [],
    team,
    trace,
  } = parts;
  const sendPost = createSendPost({ adapters, team, log });
  const warn = createWarn({ adapters, log });
  const inOrder = createInOrder();
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

  const warned = async (step: Step, { incoming, secrets = [] }: KeptEvent, locale: Locale): Promise<Step> => {
    if (secrets.length === 0) return step;
    const context = createContext(brain().knowledge, step.state.locale ?? locale);
    // What is filled in is no message that could be deleted, and nobody else sees it.
    const place = incoming.input.kind === "submit" ? "aside" : incoming.place;
    return warn(step, incoming, warnOfSecret(context, { kinds: secrets, place }));
  };

  /** What the team does and what the person writes comes from different conversations, and changes one handing over. */
  const answer = async (kept: KeptEvent): Promise<Outcome> => {
    const hasTeam = teamAddress(adapters(), team) !== undefined;
    const id = hasTeam ? await within(storeMayTake, handoverOf(store, kept.incoming)) : undefined;
    const work = () => answerInTurn(kept, hasTeam);
    return id === undefined ? work() : inOrder(`handover/${id}`, work);
  };

  const answerInTurn = async (kept: KeptEvent, hasTeam: boolean): Promise<Outcome> => {
    const { incoming } = kept;
    const { id } = incoming;
    trace?.({ kind: "received", incoming });
    const { knowledge, converse } = brain();
    const memory = await within(storeMayTake, recall(store, incoming, hasTeam));
    trace?.({ kind: "recalled", id });
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const said = converse(
      memory.state,
      toTurn(incoming, { ...memory, locale, now: now(), ...(hasTeam && { teamLocale: defaultLocale }) }),
    );
    if (said.post?.to === "team") await within(storeMayTake, store.write(toBegin(said)));
    const sent = said.post ? await sendPost(said, incoming.id) : said;
    const step = await warned(sent, kept, locale);
    trace?.({ kind: "answered", id, step });
    const { question, unanswered } = keepUnanswered ? follow(step, incoming) : forgotten;
    const state = { ...step.state, question };
    const { reply, effects } = step;
    const body = JSON.stringify({ ...toKeep(kept), reply });
    const writes = [
      ...toRemember(incoming, { ...step, state, owner: memory.owner, writers: memory.writers }),
      ...(reply.kind === "answer" ? [{ kind: "amend", id: incoming.id, body } as const] : []),
    ];
    await within(storeMayTake, store.write(writes));
    trace?.({ kind: "stored", id });
    const happened = async () => {
      await record(step.facts);
      if (unanswered) await keepUnanswered?.({ locale: state.locale ?? locale, ...unanswered });
    };
    if (reply.kind === "silence") {
      await happened();
      await finish(id);
      return { reply, effects, stored: true, settle };
    }
    return { reply, effects, stored: true, settle: settling(id, happened) };
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
      return await answer(kept);
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

/** Characters kept of a question. */
const questionKept = 500;
const forgotten: ReturnType<typeof follow> = { question: undefined };

/** Nothing of a question is kept but what is masked. */
function follow(step: Step, { input }: Incoming): ReturnType<typeof followQuestion> {
  return followQuestion(step, input.kind === "question" ? shorten(mask(input.text), questionKept) : "");
}

/** What is stored of an event: nothing secret, and nothing that tells who somebody is. */
function toKeep(kept: KeptEvent): KeptEvent {
  return { ...kept, incoming: withWords(kept.incoming, mask) };
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

/** @param about.teamLocale the language that the team is written to in, where there is one */
function toTurn(
  incoming: Incoming,
  about: Memory & Pick<Turn, "locale" | "now"> & { readonly teamLocale?: Locale },
): Turn {
  const { id, input, person, name, address, addressed, mode, place } = incoming;
  const { owner, chosen, locale, now, drafts, teamLocale } = about;
  return {
    id,
    input,
    person,
    ...(name !== undefined && { name }),
    address,
    addressed,
    place,
    now,
    locale,
    ...(mode && { mode }),
    ...(owner !== undefined && { owner }),
    ...(chosen && { chosen }),
    ...(isCrowded(incoming, about) && { isCrowded: true }),
    ...(drafts && { drafts: keptAt(drafts, now) }),
    ...(teamLocale && { team: toTeam(teamLocale, about) }),
  };
}

function toTeam(locale: Locale, { handover, isTeamSide }: Memory): Team {
  return { locale, ...(handover && { handover }), ...(isTeamSide && { isTeamSide }) };
}

/** The language of the place, or of the person as the platform names it, where it is spoken; else the default. */
function placeLocale({ wordings }: Knowledge, { locale }: Incoming, defaultLocale: Locale): Locale {
  return findLocale(wordings.keys(), locale) ?? defaultLocale;
}
