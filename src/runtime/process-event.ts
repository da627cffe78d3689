import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Converse } from "../conversation/converse.ts";
import { followQuestion } from "../conversation/follow-question.ts";
import { createContext } from "../conversation/replies/context.ts";
import { warnOfSecret } from "../conversation/replies/warn-secret.ts";
import type { Step } from "../conversation/types.ts";
import type { Logger } from "../insight/log.ts";
import type { RecordFacts } from "../insight/record.ts";
import type { KeepUnanswered } from "../insight/unanswered.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { InOrder } from "../lib/keyed-queue.ts";
import { shorten } from "../lib/shorten.ts";
import { within } from "../lib/with-timeout.ts";
import type { Adapter, Incoming, Outcome } from "../platform/adapter.ts";
import { mask } from "../safety/mask.ts";
import type { Clock, Store } from "../store/store.ts";
import { createSendPost, type TeamChannel, teamAddress } from "./posts.ts";
import { createWarn } from "./secret-warning.ts";
import { handoverOf, recall, toBegin, toRemember } from "./session.ts";
import { type KeptEvent, toKeep } from "./stored-event.ts";
import type { Trace } from "./trace.ts";
import { placeLocale, toTurn } from "./turn.ts";

/** What the assistant knows and how it talks about it; exchanged as one when the knowledge is read anew. */
export interface Brain {
  readonly knowledge: Knowledge;
  readonly converse: Converse;
  readonly suggest: Suggest;
}

/** What the core is made of. */
export interface CoreParts {
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

/** How long the store may take over one step of an event, in milliseconds. */
export const storeMayTake = 2000;

/** What comes of an event: stored already, and not yet sent or recorded. */
interface Thought extends Pick<Outcome, "reply" | "effects"> {
  /** Records what happened. */
  readonly happened: () => Promise<void>;
}

/**
 * Works out what is said to an event that was claimed: recalls who it is from, lets the conversation answer, sends what
 * has to be sent before the reply, and remembers.
 */
export type Think = (kept: KeptEvent) => Promise<Thought>;

export function createThink(parts: CoreParts, inOrder: InOrder): Think {
  const { brain, store, record, keepUnanswered, log, defaultLocale, now } = parts;
  const { adapters = () => [], team, trace } = parts;
  const sendPost = createSendPost({ adapters, team, log });
  const warn = createWarn({ adapters, log });

  const warned = async (step: Step, { incoming, secrets = [] }: KeptEvent, locale: Locale): Promise<Step> => {
    if (secrets.length === 0) return step;
    const context = createContext(brain().knowledge, step.state.locale ?? locale);
    // What is filled in is no message that could be deleted, and nobody else sees it.
    const place = incoming.input.kind === "submit" ? "aside" : incoming.place;
    return warn(step, incoming, warnOfSecret(context, { kinds: secrets, place }));
  };

  /** What the team does and what the person writes comes from different conversations, and changes one handing over. */
  const answer = async (kept: KeptEvent): Promise<Thought> => {
    const hasTeam = teamAddress(adapters(), team) !== undefined;
    const id = hasTeam ? await within(storeMayTake, handoverOf(store, kept.incoming)) : undefined;
    const work = () => answerInTurn(kept, hasTeam);
    return id === undefined ? work() : inOrder(`handover/${id}`, work);
  };

  const answerInTurn = async (kept: KeptEvent, hasTeam: boolean): Promise<Thought> => {
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
    return { reply, effects, happened };
  };

  return answer;
}

/** Characters kept of a question. */
const questionKept = 500;
const forgotten: ReturnType<typeof follow> = { question: undefined };

/** Nothing of a question is kept but what is masked. */
function follow(step: Step, { input }: Incoming): ReturnType<typeof followQuestion> {
  return followQuestion(step, input.kind === "question" ? shorten(mask(input.text), questionKept) : "");
}
