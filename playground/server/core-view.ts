import type { Answer } from "../../src/answer/answer.ts";
import type { Fact } from "../../src/answer/fact.ts";

/** What the page reads from the core, for the inspector and for authors. playground/bot/ implements it. */
export interface CoreView {
  knowledge(): KnowledgeState;
  /** Resolves once the bot hears what people write. */
  whenReady(): Promise<void>;
  /** Newest first. */
  turns(): readonly TurnRecord[];
  entries(): EntryList;
  entry(id: string): readonly EntryText[] | undefined;
  score(question: string): ScoredQuestion | undefined;
  unanswered(): Promise<readonly UnansweredGroup[]>;
  /** Calls the listener after each change; the function returned removes it. */
  onChange(listener: () => void): () => void;
}

export type KnowledgeState =
  /**
   * Not ready to answer yet. `seconds`: how long it takes to learn the knowledge, if it has to be learned; `since`: when
   * that began, in milliseconds since 1970.
   */
  | { readonly kind: "learning"; readonly seconds?: number; readonly since?: number }
  | { readonly kind: "ready"; readonly since: number }
  /** A file was saved and is being read; the previous knowledge stays in use. */
  | { readonly kind: "reading" }
  | { readonly kind: "faulty"; readonly faults: readonly string[] };

/** An event that the bot processed, and its result. */
export interface TurnRecord {
  readonly id: string;
  readonly platform: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly input: TurnInput;
  readonly reply: ReplySummary | undefined;
  /** Whether something was passed on with it: to the team, or from the team to the person who asked. */
  readonly passesOn: boolean;
  /** Why the bot replied to a question; a silence has its own reason. */
  readonly why: SpeechReason | undefined;
  readonly outcome: string | undefined;
  readonly entry: EntryReference | undefined;
  readonly candidates: readonly Candidate[];
  /** Only of a question. */
  readonly scope: Scope | undefined;
  readonly facts: readonly Fact[];
  /** In order, with the milliseconds that each took. */
  readonly steps: readonly { readonly step: Step; readonly ms: number }[];
  /** Milliseconds since 1970: when the reply was sent, or the bot chose silence; undefined while it is being sent. */
  readonly endedAt: number | undefined;
}

export type Step = "recalled" | "answered" | "stored" | "sent";

export type TurnInput =
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "press"; readonly token: string }
  | { readonly kind: "submit"; readonly token: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "open" };

export type ReplySummary =
  | { readonly kind: "answer"; readonly audience: string }
  | { readonly kind: "form" | "invalid" | "remove" }
  | { readonly kind: "silence"; readonly because: string };

/**
 * `addressed`: somebody spoke to the bot. `continued`: it is part of the conversation. Unasked: `sure`, it is surely ours and
 * surely one thing; `guess`, the channel takes guesses; `elsewhere`, it is surely a stranger's and the entry may say so.
 */
export type SpeechReason = "addressed" | "continued" | "sure" | "guess" | "elsewhere";

/** Whether a question is ours. */
export interface Scope {
  /** The probability, 0 to 1. */
  readonly ours: number;
  /** The names found in it. */
  readonly names: Readonly<Record<NameKind, readonly string[]>>;
}

/** The meaning of a list of names; `unknown`: in no list, but beside a word that names stand beside. */
export type NameKind = "ours" | "hint" | "used" | "others" | "unknown";

export interface EntryReference {
  readonly id: string;
  readonly title: string;
  readonly file: string;
}

export interface Candidate extends EntryReference {
  /** 0 to 1. */
  readonly confidence: number;
}

export interface ScoredQuestion {
  readonly outcome: string;
  readonly locale: string | undefined;
  readonly candidates: readonly Candidate[];
  readonly ms: number;
}

export interface EntryList {
  readonly entries: readonly EntrySummary[];
  /** Warnings that belong to no single entry. */
  readonly warnings: readonly string[];
}

export interface EntrySummary {
  readonly id: string;
  readonly kind: string;
  readonly folder: string;
  readonly verified: string | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Record<string, number>>;
  /** Such as old dates, few phrases or missing texts. */
  readonly warnings: readonly string[];
}

/** An entry in one language. */
export interface EntryText {
  readonly locale: string;
  readonly file: string;
  readonly title: string;
  readonly phrases: readonly string[];
  readonly messages: readonly Answer[];
}

export interface UnansweredGroup {
  readonly count: number;
  readonly how: readonly string[];
  readonly examples: readonly string[];
  readonly nearest: readonly EntryReference[];
}
