import type { Answer } from "./answer/answer.ts";
import type { Locale } from "./answer/locale.ts";

/** Where a reply goes: the adapter's own JSON, opaque to the core, storable, with nothing in it that expires. */
export interface Address {
  readonly adapter: string;
  readonly data: string;
}

export type Input =
  | { readonly kind: "question"; readonly text: string; readonly hasPicture: boolean }
  | { readonly kind: "press"; readonly token: string };

/** One event of a platform, in the core's terms. */
export interface Incoming {
  /** The platform's id of the event: the same event delivered again has the same id. */
  readonly id: string;
  readonly address: Address;
  /** What belongs together; begins with the tenant. */
  readonly conversation: string;
  /** Who wrote or pressed; begins with the tenant. */
  readonly person: string;
  /** Whether the bot was spoken to: a direct message, a mention, a command, a press. */
  readonly addressed: boolean;
  readonly place: "private" | "channel";
  /** The channel's language, or else the platform's for this person. */
  readonly locale?: Locale;
  readonly input: Input;
}

/** Who may see a reply; `asker` is nobody but the person who wrote or pressed. */
export type Audience = "all" | "asker";

export type Reply =
  | {
      readonly kind: "answer";
      readonly answer: Answer;
      readonly audience: Audience;
    }
  | { readonly kind: "silence"; readonly because: string };

/** What happens beside the reply: the question's place is marked where the platform can do that. */
export interface Effect {
  readonly kind: "mark";
  readonly as: "solved" | "open";
}

export interface Outcome {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
}

/** The core as an adapter sees it. It never rejects. */
export type Handle = (incoming: Incoming) => Promise<Outcome>;

/** A platform as the core sees it. */
export interface Adapter {
  readonly name: string;
  /** Resolves once events are being received; rejects with what to do when they can't be. */
  start(handle: Handle): Promise<void>;
  /** Sends an answer at any later time. Sent twice with one `key`, it is seen once. */
  deliver(address: Address, answer: Answer, how: { readonly audience: Audience; readonly key: string }): Promise<void>;
  /** Stops receiving, lets what is under way finish, and resolves then. */
  stop(): Promise<void>;
}
