import type { Locale } from "../answer/locale.ts";
import { writeToken } from "../answer/token.ts";
import { gatherEvidence, signalsOf } from "../conversation/follow-ups/evidence.ts";
import type { FollowUpKind } from "../conversation/follow-ups/kinds.ts";
import { newState, type State } from "../conversation/state.ts";
import type { Responder, Turn, TurnResult } from "../conversation/types.ts";
import type { Input } from "../platform/incoming.ts";
import type { KindExample } from "./fit-kinds.ts";

/** What somebody wrote after an answer, and which reactions are right. */
export interface FollowUp {
  readonly id: string;
  readonly locale: Locale;
  /** The entry that was shown. */
  readonly after: string;
  /** `stuck`: the person has said that its steps did not help. */
  readonly progress: "shown" | "stuck";
  readonly text: string;
  /** `step:2`, `question:1`, `note`, `still-stuck`, `topic:<id>`, `escalate`, `solved` or `nothing`. */
  readonly expects: readonly string[];
  readonly kind: string;
}

export interface FollowUpVerdict {
  readonly followUp: FollowUp;
  /** What the bot did, the first thing first; empty if it kept silent. */
  readonly reactions: readonly string[];
  /** Whether one of the reactions is right, and whether the first one is. */
  readonly isRight: boolean;
  readonly isFirstRight: boolean;
}

/** The signals of a follow-up, and the kind that it is in the first place. */
export function toKindExample(responder: Responder, followUp: FollowUp): KindExample | undefined {
  const { after, locale, progress, text, expects } = followUp;
  const entry = responder.knowledge.find(after);
  if (!entry) return undefined;
  const asked = { entry, text, match: responder.match(text), recognised: responder.intents.recognise(text) };
  const evidence = gatherEvidence(responder, asked, { locale, progress });
  return { signals: signalsOf(evidence, responder), kind: kindOf(expects[0] ?? "") };
}

function kindOf(reaction: string): FollowUpKind {
  const [name = ""] = reaction.split(":");
  switch (name) {
    case "topic":
    case "nothing":
    case "solved":
      return name;
    case "escalate":
      return "noHelp";
    default:
      return "part";
  }
}

/** Holds the conversation up to a follow-up, and judges the reaction. */
export function judgeFollowUp(responder: Responder, followUp: FollowUp): FollowUpVerdict {
  const { after, locale, progress, text, expects } = followUp;
  const show = writeToken({ action: "show", entry: after, locale });
  const shown = press(responder, newState, show, locale);
  const before =
    progress === "shown"
      ? shown
      : press(responder, shown.state, writeToken({ action: "stuck", entry: after, locale }), locale);
  const result = turn(responder, before.state, { kind: "question", text, hasPicture: false }, locale);
  const reactions = reactionsOf(responder, result, after);
  const isRight = (reaction: string) => expects.includes(reaction);
  return {
    followUp,
    reactions,
    isRight: reactions.some(isRight),
    isFirstRight: reactions.slice(0, 1).some(isRight),
  };
}

function press(responder: Responder, state: State, token: string, locale: Locale): TurnResult {
  return turn(responder, state, { kind: "press", token }, locale);
}

function turn(responder: Responder, state: State, input: Input, locale: Locale): TurnResult {
  const event: Turn = {
    id: "follow-up",
    input,
    person: "person",
    address: { adapter: "", data: "" },
    now: 0,
    addressed: true,
    place: "private",
    locale,
  };
  return responder.converse(state, event);
}

/** A reaction's names, as an author of follow-ups would call them. */
function reactionsOf(
  responder: Responder,
  { facts, reply, state }: TurnResult,
  after: string,
): readonly string[] {
  if (reply.kind === "silence") return [];
  const named = facts.flatMap((fact): readonly string[] => {
    switch (fact.kind) {
      case "asked-back":
        return [fact.part === "none" ? "nothing" : reactionOfPart(fact.part)];
      case "solved":
        return ["solved"];
      case "stuck":
        return ["escalate", "still-stuck"];
      case "answered":
        return topicsOf(responder, fact.entry, after);
      case "suggested":
        return fact.entries.map((entry) => `topic:${entry}`);
      case "drafted":
        return ["escalate"];
      default:
        return [];
    }
  });
  if (named.length > 0) return named;
  const { kind } = state.screen ?? {};
  if (kind === "person" || kind === "sorry") return ["escalate"];
  return state.entry === after ? ["other"] : ["declined"];
}

/** The topic that was shown; a choice leads to its options as well. */
function topicsOf({ knowledge }: Responder, id: string, after: string): readonly string[] {
  if (id === after) return ["again"];
  const entry = knowledge.find(id);
  return [id, ...(entry?.kind === "choice" ? entry.options : [])].map((topic) => `topic:${topic}`);
}

/** Authors of follow-ups tell steps and questions by their numbers, and no other parts. */
function reactionOfPart(part: string): string {
  const [kind = "", number = ""] = part.split(" ");
  if (kind === "step" || kind === "question") return `${kind}:${number}`;
  return kind === "stuck" ? "still-stuck" : "note";
}
