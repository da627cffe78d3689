import path from "node:path";
import type { Locale } from "../../src/answer/locale.ts";
import type { Responder } from "../../src/conversation/types.ts";
import { textOf } from "../../src/knowledge/knowledge.ts";
import type { Match } from "../../src/matching/match.ts";
import type { Incoming, Input } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import type { Trace, TraceEvent } from "../../src/runtime/trace.ts";
import type { Candidate, Done, EntryAt, ReplyMade, Step, TurnRecord } from "../server/backstage.ts";

/** What the bot did lately, as the page shows it. */
export interface Turns {
  readonly trace: Trace;
  /** The last first. */
  all(): readonly TurnRecord[];
}

const turnsKept = 200;
const candidatesShown = 6;

interface TurnsOptions {
  /** Undefined until the knowledge is learned. */
  readonly responder: () => Responder | undefined;
  /** The language of titles where a turn has none of its own. */
  readonly locale: Locale;
  readonly changed: () => void;
}

/** A turn, and when its last step was done, in milliseconds of the performance clock. */
interface Watched {
  readonly turn: TurnRecord;
  readonly at: number;
}

/** Follows each event through the core, and notes how long each step took. */
export function createTurns({ responder, locale, changed }: TurnsOptions): Turns {
  let watched: readonly Watched[] = [];
  const change = (id: string, toNext: (turn: TurnRecord) => TurnRecord, step: Step) => {
    const at = performance.now();
    watched = watched.map((one) =>
      one.turn.id === id ? { turn: timed(toNext(one.turn), step, at - one.at), at } : one,
    );
    changed();
  };
  const trace = (told: TraceEvent): void => {
    switch (told.kind) {
      case "received": {
        const first = { turn: begin(told.incoming), at: performance.now() };
        watched = [first, ...watched.filter(({ turn }) => turn.id !== first.turn.id)].slice(0, turnsKept);
        return;
      }
      case "recalled":
      case "stored":
        change(told.id, (turn) => turn, told.kind);
        return;
      case "answered":
        change(told.id, (turn) => ({ ...turn, ...outcomeOf(responder(), turn, told, locale) }), "answered");
        return;
      case "sent":
        change(told.id, (turn) => ({ ...turn, endedAt: Date.now() }), "sent");
        return;
    }
  };
  return { trace, all: () => watched.map(({ turn }) => turn) };
}

function begin({ id, address, person, name, input }: Incoming): TurnRecord {
  return {
    id,
    platform: address.adapter,
    person: name ?? person,
    at: Date.now(),
    done: toDone(input),
    reply: undefined,
    outcome: undefined,
    entry: undefined,
    candidates: [],
    facts: [],
    took: [],
    endedAt: undefined,
  };
}

function toDone(input: Input): Done {
  switch (input.kind) {
    case "question":
      return { kind: "question", text: input.text };
    case "press":
    case "submit":
    case "open":
      return input;
  }
}

function timed(turn: TurnRecord, step: Step, ms: number): TurnRecord {
  return { ...turn, took: [...turn.took, { step, ms }] };
}

function outcomeOf(
  responder: Responder | undefined,
  { done }: TurnRecord,
  { result }: Extract<TraceEvent, { kind: "answered" }>,
  fallback: Locale,
): Partial<TurnRecord> {
  const { reply, facts, state } = result;
  const locale = state.locale ?? fallback;
  const match = done.kind === "question" ? responder?.match(done.text) : undefined;
  const id = state.entry;
  return {
    reply: toReply(reply),
    facts,
    candidates: responder && match ? candidatesOf(responder, match, locale) : [],
    outcome: match?.outcome,
    entry: responder && id !== undefined ? entryAt(responder, id, locale) : undefined,
    ...(reply.kind === "silence" && { endedAt: Date.now() }),
  };
}

function toReply(reply: Reply): ReplyMade {
  switch (reply.kind) {
    case "answer":
      return { kind: "answer", audience: reply.audience };
    case "silence":
      return { kind: "silence", because: reply.because };
    case "form":
    case "invalid":
    case "remove":
      return { kind: reply.kind };
  }
}

export function candidatesOf(responder: Responder, match: Match, locale: Locale): readonly Candidate[] {
  return match.candidates.slice(0, candidatesShown).flatMap(({ entry, confidence }) => {
    const found = entryAt(responder, entry, locale);
    return found ? [{ ...found, confidence }] : [];
  });
}

/** Where an entry stands, and what it is called. */
export function entryAt({ knowledge }: Responder, id: string, locale: Locale): EntryAt | undefined {
  const entry = knowledge.find(id);
  if (!entry) return undefined;
  return { id: entry.id, title: textOf(entry, locale).title, file: path.join(entry.folder, `${locale}.md`) };
}
