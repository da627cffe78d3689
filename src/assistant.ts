import { findLocale, type Locale } from "./answer/locale.ts";
import { shorten } from "./answer/shorten.ts";
import type { Suggest } from "./answer/suggestion.ts";
import type { Converse } from "./conversation/converse.ts";
import { followQuestion } from "./conversation/follow-question.ts";
import { createContext } from "./conversation/replies/context.ts";
import { sayWithTopics } from "./conversation/replies/lead-on.ts";
import { newState, type State, stateSchema } from "./conversation/state.ts";
import type { Step, Turn } from "./conversation/step.ts";
import { createInOrder } from "./in-order.ts";
import type { Logger } from "./insight/log.ts";
import type { RecordFacts } from "./insight/record.ts";
import type { KeepUnanswered } from "./insight/unanswered.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { type Adapter, type Handle, type Incoming, incomingSchema, type Outcome } from "./platform.ts";
import { readStored } from "./read-stored.ts";
import { mask } from "./safety/mask.ts";
import type { Clock, Store } from "./store/store.ts";

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
}

/** The core at work: events in, replies out, and nothing forgotten in between. */
export interface Assistant {
  readonly handle: Handle;
  readonly suggest: Suggest;
  /** Answers what was received before a crash and never finished, through those adapters that it came from. */
  recover(adapters: readonly Adapter[]): Promise<void>;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

/** How long an event belongs to the process that received it, in milliseconds; then it is for `recover`. */
export const lease = 60_000;
/** A conversation is remembered this long after its last turn, in milliseconds. */
const conversationKept = 30 * 24 * 3_600_000;

export function createAssistant(parts: Parts): Assistant {
  const { brain, store, record, keepUnanswered, log, defaultLocale, now } = parts;
  const inOrder = createInOrder();

  const answer = async (incoming: Incoming): Promise<Outcome> => {
    const claim = await store.receive(incoming.id, JSON.stringify(incoming), lease);
    if (claim !== "new") return silence(`the event is ${claim}`);
    const memory = await recall(store, incoming);
    const { knowledge, converse } = brain();
    const locale = placeLocale(knowledge, incoming, defaultLocale);
    const step = converse(memory.state, toTurn(incoming, { ...memory, locale, now: now() }));
    const { question, unanswered } = keepUnanswered ? follow(step, incoming) : forgotten;
    const state = { ...step.state, question };
    await remember(store, incoming, { ...step, state, owner: memory.owner });
    await record(step.facts);
    if (unanswered) await keepUnanswered?.({ locale: state.locale ?? locale, ...unanswered });
    await store.finish(incoming.id);
    return { reply: step.reply, effects: step.effects };
  };

  /** Whoever spoke to the bot is never met with silence, whatever broke. */
  const apologise = async (incoming: Incoming, error: unknown): Promise<Outcome> => {
    log.error({ err: error, event: incoming.id }, "a message could not be answered");
    await store
      .finish(incoming.id)
      .catch(() => log.error({ event: incoming.id }, "the store can't be written"));
    if (!incoming.addressed) return silence("a fault, and nobody asked the bot");
    const { knowledge } = brain();
    const context = createContext(knowledge, placeLocale(knowledge, incoming, defaultLocale));
    const apology = sayWithTopics(context, context.words.fault);
    return { reply: { kind: "answer", answer: apology, audience: "asker" }, effects: [] };
  };

  const handle: Handle = (incoming) =>
    inOrder(incoming.conversation, () => answer(incoming)).catch((error: unknown) =>
      apologise(incoming, error),
    );

  return {
    handle,
    suggest: (typed, locale) => {
      const { knowledge, suggest } = brain();
      return suggest(typed, findLocale(knowledge.languages, locale) ?? defaultLocale);
    },
    idle: inOrder.idle,
    recover: async (adapters) => {
      for (const { id, body } of await store.unfinished()) {
        const incoming = readStored(body, incomingSchema);
        if (!incoming) {
          log.error({ event: id }, "an unanswered message can't be read: it is given up");
          await store.finish(id);
          continue;
        }
        const adapter = adapters.find(({ name }) => name === incoming.address.adapter);
        if (!adapter) continue;
        const { reply } = await handle(incoming);
        if (reply.kind === "silence") continue;
        const { answer: late, audience } = reply;
        await adapter.deliver(incoming.address, late, { audience, key: id }).catch((error: unknown) => {
          log.error({ err: error, event: id }, "a late answer could not be delivered");
        });
      }
    },
  };
}

/** Characters kept of a question. */
const questionKept = 500;
const forgotten: ReturnType<typeof follow> = { question: undefined };

/** Nothing of a question is kept but what is masked. */
function follow(step: Step, { input }: Incoming): ReturnType<typeof followQuestion> {
  return followQuestion(step, input.kind === "question" ? shorten(mask(input.text), questionKept) : "");
}

function silence(because: string): Outcome {
  return { reply: { kind: "silence", because }, effects: [] };
}

/** What the store holds about a person in a conversation. */
interface Memory {
  readonly state: State;
  /** Who began the conversation. */
  readonly owner: string | undefined;
  /** The language this person chose, in any conversation. */
  readonly chosen: Locale | undefined;
}

function toTurn(
  { input, person, addressed, place }: Incoming,
  { owner, chosen, locale, now }: Memory & Pick<Turn, "locale" | "now">,
): Turn {
  const known = { ...(owner !== undefined && { owner }), ...(chosen && { chosen }) };
  return { input, person, addressed, place, now, locale, ...known };
}

/** The language of the place, or of the person as the platform names it, where it is spoken; else the default. */
function placeLocale({ wordings }: Knowledge, { locale }: Incoming, defaultLocale: Locale): Locale {
  return findLocale(wordings.keys(), locale) ?? defaultLocale;
}

const ownerKey = ({ conversation }: Incoming) => `owner/${conversation}`;
const stateKey = ({ conversation, person }: Incoming) => `state/${conversation}/${person}`;
const localeKey = ({ person }: Incoming) => `locale/${person}`;

async function recall(store: Store, incoming: Incoming): Promise<Memory> {
  const keys = [stateKey(incoming), ownerKey(incoming), localeKey(incoming)];
  const [state, owner, chosen] = await Promise.all(keys.map((key) => store.get(key)));
  return {
    state: (state && readStored(state.value, stateSchema)) ?? newState,
    owner: owner?.value,
    chosen: chosen?.value,
  };
}

async function remember(
  store: Store,
  incoming: Incoming,
  { state, chosen, owner, reply }: Step & Pick<Memory, "owner">,
): Promise<void> {
  const kept = { ttl: conversationKept };
  await store.set(stateKey(incoming), JSON.stringify(state), kept);
  if (owner === undefined && reply.kind !== "silence")
    await store.set(ownerKey(incoming), incoming.person, kept);
  if (chosen) await store.set(localeKey(incoming), chosen);
}
