import path from "node:path";
import type { Locale } from "../../src/answer/locale.ts";
import { reasonForQuiet } from "../../src/conversation/speak-unasked.ts";
import type { Responder } from "../../src/conversation/types.ts";
import { textOf } from "../../src/knowledge/knowledge.ts";
import type { Match } from "../../src/matching/match.ts";
import type { Incoming, Input } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import type { Trace, TraceEvent } from "../../src/runtime/trace.ts";
import type {
  Candidate,
  EntryReference,
  ReplySummary,
  SpeechReason,
  Step,
  TurnInput,
  TurnRecord,
} from "../server/core-view.ts";

/** The bot's latest turns, as the page shows them. */
export interface Turns {
  readonly trace: Trace;
  /** Newest first. */
  all(): readonly TurnRecord[];
}

const maxTurns = 200;
const maxCandidates = 6;

interface TurnsOptions {
  /** Undefined until the knowledge is learned. */
  readonly responder: () => Responder | undefined;
  /** The language of titles if the turn has none. */
  readonly locale: Locale;
  readonly onChange: () => void;
}

interface TimedTurn {
  readonly turn: TurnRecord;
  readonly incoming: Incoming;
  /** When its last step ended, in milliseconds of `performance.now()`. */
  readonly at: number;
}

/** Records each event on its way through the core, and how long each step took. */
export function createTurns({ responder, locale, onChange }: TurnsOptions): Turns {
  let timedTurns: readonly TimedTurn[] = [];
  const updateTurn = (id: string, change: (timed: TimedTurn) => TurnRecord, step: Step) => {
    const at = performance.now();
    timedTurns = timedTurns.map((one) =>
      one.turn.id === id ? { ...one, turn: withStep(change(one), step, at - one.at), at } : one,
    );
    onChange();
  };
  const trace = (event: TraceEvent): void => {
    switch (event.kind) {
      case "received": {
        const { incoming } = event;
        const first = { turn: toTurn(incoming), incoming, at: performance.now() };
        timedTurns = [first, ...timedTurns.filter(({ turn }) => turn.id !== first.turn.id)].slice(
          0,
          maxTurns,
        );
        return;
      }
      case "recalled":
      case "stored":
        updateTurn(event.id, ({ turn }) => turn, event.kind);
        return;
      case "answered":
        updateTurn(
          event.id,
          ({ turn, incoming }) => ({ ...turn, ...outcomeOf(responder(), incoming, event, locale) }),
          "answered",
        );
        return;
      case "sent":
        updateTurn(event.id, ({ turn }) => ({ ...turn, endedAt: Date.now() }), "sent");
        return;
    }
  };
  return { trace, all: () => timedTurns.map(({ turn }) => turn) };
}

function toTurn({ id, address, person, name, input }: Incoming): TurnRecord {
  return {
    id,
    platform: address.adapter,
    person: name ?? person,
    at: Date.now(),
    input: toTurnInput(input),
    reply: undefined,
    passesOn: false,
    why: undefined,
    outcome: undefined,
    entry: undefined,
    candidates: [],
    scope: undefined,
    facts: [],
    steps: [],
    endedAt: undefined,
  };
}

function toTurnInput(input: Input): TurnInput {
  switch (input.kind) {
    case "question":
      return { kind: "question", text: input.text };
    case "press":
    case "submit":
    case "open":
      return input;
  }
}

function withStep(turn: TurnRecord, step: Step, ms: number): TurnRecord {
  return { ...turn, steps: [...turn.steps, { step, ms }] };
}

function outcomeOf(
  responder: Responder | undefined,
  incoming: Incoming,
  { result }: Extract<TraceEvent, { kind: "answered" }>,
  fallback: Locale,
): Partial<TurnRecord> {
  const { reply, facts, state, post } = result;
  const { input } = incoming;
  const locale = state.locale ?? fallback;
  const match = input.kind === "question" ? responder?.match(input.text) : undefined;
  const id = state.entry;
  return {
    reply: summarizeReply(reply),
    passesOn: post !== undefined,
    facts,
    candidates: responder && match ? candidatesOf(responder, match, locale) : [],
    outcome: match?.outcome,
    scope: match && { ours: match.ours, names: match.names },
    why:
      responder && match && input.kind === "question" && reply.kind !== "silence"
        ? whyItSpoke(responder, match, { ...incoming, text: input.text })
        : undefined,
    entry: responder && id !== undefined ? entryReference(responder, id, locale) : undefined,
    ...(reply.kind === "silence" && { endedAt: Date.now() }),
  };
}

function whyItSpoke(
  { knowledge, asks }: Responder,
  match: Match,
  { text, addressed, mode }: { readonly text: string } & Pick<Incoming, "addressed" | "mode">,
): SpeechReason {
  if (addressed) return "addressed";
  if (mode === undefined) return "continued";
  if (match.outcome === "answer" && knowledge.find(match.entry)?.kind === "elsewhere") return "elsewhere";
  return reasonForQuiet(match, { text, mode: "questions", knowledge, asks }) ? "guess" : "sure";
}

function summarizeReply(reply: Reply): ReplySummary {
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
  return match.candidates.slice(0, maxCandidates).flatMap(({ entry, confidence }) => {
    const found = entryReference(responder, entry, locale);
    return found ? [{ ...found, confidence }] : [];
  });
}

/** An entry's title and file in a language. */
export function entryReference(
  { knowledge }: Responder,
  id: string,
  locale: Locale,
): EntryReference | undefined {
  const entry = knowledge.find(id);
  if (!entry) return undefined;
  return { id: entry.id, title: textOf(entry, locale).title, file: path.join(entry.folder, `${locale}.md`) };
}
