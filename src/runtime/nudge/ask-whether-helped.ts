import { type Nudge, nudge } from "../../conversation/nudge/nudge.ts";
import { newState, stateSchema } from "../../conversation/state.ts";
import type { KeyedQueue } from "../../lib/keyed-queue.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Write } from "../../store/store.ts";
import type { StoredEvent } from "../events/stored-event.ts";
import type { RuntimeOptions, Unreacted } from "../runtime-options.ts";
import { readHandover } from "../session/load-session.ts";
import { lastHandoverKey, stateKey, writersKey } from "../session/session-keys.ts";
import { sessionTtlMs } from "../session/session-writes.ts";
import { inStoreTime } from "../store-call.ts";
import { type FoundWaiting, maxWaitMs, type Waiting, writeWaiting } from "./waiting-answer.ts";

/**
 * Sends the answer that is stored with an event, as after a crash: once, whoever tries, and again for an hour where the
 * platform fails. Never rejects.
 */
export type SendStored = (event: StoredEvent) => Promise<void>;

interface Options extends Pick<RuntimeOptions, "responder" | "store" | "record" | "defaultLocale" | "now"> {
  readonly unreacted: Unreacted;
  readonly queue: KeyedQueue;
  readonly sendStored: SendStored;
}

/**
 * Asks whether an answer helped, if nothing speaks against it. What is stored before the question goes out is only written
 * over what was read, so that of two processes one asks, and none does once the person has reacted or was forgotten.
 */
export type AskWhetherHelped = (found: FoundWaiting) => Promise<void>;

export function createAskWhetherHelped(options: Options): AskWhetherHelped {
  const { responder, store, record, defaultLocale, now, unreacted, queue, sendStored } = options;
  const get = (key: string) => inStoreTime(store.get(key));

  const mayDisturb = async ({ conversation, waiting }: FoundWaiting): Promise<boolean> => {
    const { person, place } = waiting;
    const handover = await get(lastHandoverKey(person));
    const open = handover && (await readHandover(store, handover.value));
    if (open && !open.isClosed) return false;
    const writers = place === "channel" ? await get(writersKey({ conversation })) : undefined;
    return writers === undefined || writers.value === person;
  };

  const decide = async (found: FoundWaiting) => {
    const { answer, person } = found.waiting;
    const key = stateKey({ conversation: found.conversation, person });
    const stored = await get(key);
    const state = (stored && parseJson(stored.value, stateSchema)) ?? newState;
    if (!answer || !(await mayDisturb(found))) return undefined;
    const { entry, at } = answer;
    const asked = nudge(responder().knowledge, state, { entry, answeredAt: at, now: now(), defaultLocale });
    const write = asked && stateWrite(key, asked, stored?.version ?? 0);
    return asked && write && { asked, write };
  };

  /** @returns the question as an event whose answer is known; undefined if it is not to be asked */
  const begin = async (found: FoundWaiting): Promise<StoredEvent | undefined> => {
    const { conversation, waiting, version } = found;
    const decided = await decide(found);
    const after = writeWaiting({ conversation }, afterAsking(waiting, unreacted), maxWaitMs(unreacted));
    const isFirst = await inStoreTime(
      store.write([{ ...after, ifVersion: version }, ...(decided ? [decided.write] : [])]),
    );
    if (!decided || !isFirst) return undefined;
    await record(decided.asked.facts);
    return toEvent(found, decided.asked, now());
  };

  return async (found) => {
    const event = await queue(`person/${found.waiting.person}`, () => begin(found));
    if (event) await sendStored(event);
  };
}

/** What is still waited for: a post may yet become idle. */
function afterAsking(waiting: Waiting, { idleAfterHours }: Unreacted): Waiting | undefined {
  const mayBecomeIdle = waiting.place === "channel" && idleAfterHours !== undefined;
  if (mayBecomeIdle) return { ...waiting, isAsked: true };
  const { answer, ...rest } = waiting;
  return rest.mark && rest;
}

function stateWrite(key: string, { state }: Nudge, version: number): Write {
  return { kind: "set", key, value: JSON.stringify(state), ttl: sessionTtlMs, ifVersion: version };
}

function toEvent({ conversation, waiting }: FoundWaiting, { answer }: Nudge, now: number): StoredEvent {
  const { person, address, place, answer: waited } = waiting;
  return {
    incoming: {
      id: `nudge/${conversation}/${waited?.at ?? now}`,
      address,
      conversation,
      person,
      addressed: false,
      place,
      input: { kind: "open" },
    },
    at: now,
    reply: { answer, audience: "all", isOnlyForPlace: true },
  };
}
