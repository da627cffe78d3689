import type { Answer } from "../../src/answer/answer.ts";
import type { Fact } from "../../src/answer/fact.ts";

/** What the page may look at behind the replies, and for authors: filled in by whoever knows the core. */
export interface Backstage {
  knowledge(): KnowledgeState;
  /** What the bot did, the last first. */
  turns(): readonly TurnRecord[];
  entries(): EntryList;
  entry(id: string): readonly EntryText[] | undefined;
  score(question: string): Scored | undefined;
  unanswered(): Promise<readonly UnansweredGroup[]>;
  /** Calls the listener after each change; the function returned ends that. */
  onChange(listener: () => void): () => void;
}

export type KnowledgeState =
  /** Nothing can be answered yet. */
  | { readonly kind: "learning" }
  | { readonly kind: "ready"; readonly since: number }
  /** A file was saved; what was known before goes on answering. */
  | { readonly kind: "reading" }
  | { readonly kind: "faulty"; readonly faults: readonly string[] };

/** Something somebody did, and what came of it. */
export interface TurnRecord {
  readonly id: string;
  readonly platform: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly done: Done;
  readonly reply: ReplyMade | undefined;
  readonly outcome: string | undefined;
  readonly entry: EntryAt | undefined;
  readonly candidates: readonly Candidate[];
  readonly facts: readonly Fact[];
  /** Milliseconds, in the order of the steps. */
  readonly took: readonly { readonly step: Step; readonly ms: number }[];
  /** When the reply was sent, or that there is none; undefined while it is on its way. */
  readonly endedAt: number | undefined;
}

export type Step = "recalled" | "answered" | "stored" | "sent";

export type Done =
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "press"; readonly token: string }
  | { readonly kind: "submit"; readonly token: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "open" };

export type ReplyMade =
  | { readonly kind: "answer"; readonly audience: string }
  | { readonly kind: "form" | "invalid" | "remove" }
  | { readonly kind: "silence"; readonly because: string };

export interface EntryAt {
  readonly id: string;
  readonly title: string;
  readonly file: string;
}

export interface Candidate extends EntryAt {
  /** 0 to 1. */
  readonly confidence: number;
}

export interface Scored {
  readonly outcome: string;
  readonly locale: string | undefined;
  readonly candidates: readonly Candidate[];
  readonly ms: number;
}

export interface EntryList {
  readonly entries: readonly EntryLine[];
  /** What is to be looked at beside the entries. */
  readonly warnings: readonly string[];
}

export interface EntryLine {
  readonly id: string;
  readonly kind: string;
  readonly folder: string;
  readonly verified: string | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Record<string, number>>;
  /** What is to be looked at: old dates, few phrases, texts that are missing. */
  readonly warnings: readonly string[];
}

/** What an entry says in one language. */
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
  readonly nearest: readonly EntryAt[];
}
