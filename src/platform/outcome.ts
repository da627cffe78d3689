import type { Answer } from "../answer/answer.ts";
import type { Form } from "../answer/form.ts";
import type { Locale } from "../answer/locale.ts";
import type { Incoming } from "./incoming.ts";

/**
 * Who sees a reply. `all`: everybody who reads there. `asker`: only the person who wrote or pressed, where they did.
 * `direct`: the same person in their direct messages, where the message stays.
 */
export const audiences = ["all", "asker", "direct"] as const;
export type Audience = (typeof audiences)[number];

/** An answer and who sees it. */
export interface OutgoingAnswer {
  readonly answer: Answer;
  readonly audience: Audience;
  /**
   * Posted where the person is when the answer goes to their direct messages: says that something waits there, without
   * its content, and has a button that shows it. Everybody may read it, though it is better shown to the person alone
   * where the platform can. If their DMs are closed and nothing else is private, this is all they get.
   */
  readonly pointer?: Answer;
  /** Set if it is not worth another way: where the place refuses it, it is dropped. */
  readonly isOnlyForPlace?: boolean;
}

/**
 * The reply to an event. `form`: opens a form, which must be the first response to a press. `invalid`: what is wrong
 * with a submitted form, by field id. `remove`: deletes the message whose button was pressed. `silence`: nothing, and
 * why.
 */
export type Reply =
  | ({ readonly kind: "answer" } & OutgoingAnswer)
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "invalid"; readonly form: Form; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "remove" }
  | { readonly kind: "silence"; readonly because: string };

/**
 * A side effect of a reply, on platforms that can. `mark`: the question is solved or open (a forum tag). `language`: the
 * person chose a language, so that what they see elsewhere should follow (Slack's App Home).
 */
export type Effect =
  | { readonly kind: "mark"; readonly as: "solved" | "open" }
  | { readonly kind: "language"; readonly locale: Locale };

/**
 * Whose limit an event was beyond. `person`, `channel`: what they ask of the bot. `overheard`: what is written where the bot
 * only reads along. `unasked`: the answers in a channel that nobody asked for.
 */
export const limitNames = ["person", "channel", "overheard", "unasked"] as const;
export type LimitName = (typeof limitNames)[number];

/**
 * Why an event was not answered as usual. `repeated`: it was told before. `refused`: it was too much at once. `deferred`: the
 * store fails, and the answer comes later. `failed`: there is none.
 */
export type Exception =
  | { readonly kind: "repeated" | "deferred" | "failed" }
  | { readonly kind: "refused"; readonly limit: LimitName };

/** What the core makes of an event. */
export interface Outcome {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  /**
   * Whether the event is in the store. If not, the adapter makes the platform redeliver it where it can. The reply is sent
   * as always: an apology to who addressed the bot, or silence.
   */
  readonly stored: boolean;
  /** Set if the event was not answered as usual, for who counts. */
  readonly exception?: Exception;
  /** The reply's key if it is not the event's id: an apology must not be taken for the answer that follows it. */
  readonly key?: string;
  /**
   * Sends the reply and marks the event as done. A rejected `send` is logged and the answer is redelivered later, as
   * after a crash; with an UndeliverableError, the event is finished without it. Never rejects.
   */
  complete(send: () => Promise<unknown>): Promise<void>;
}

/**
 * Handles an event. Never rejects.
 */
export type Handle = (incoming: Incoming, options?: HandleOptions) => Promise<Outcome>;

interface HandleOptions {
  /**
   * Called as soon as the event is in the store, usually within a millisecond: from then on it is answered even if the
   * process is killed, so that the platform may be told that it arrived. Never called if the store fails.
   */
  readonly onClaimed?: () => void;
  /**
   * Messages that the same person wrote just before, oldest first: those that nobody has handled yet are answered
   * together with this one.
   */
  readonly earlier?: readonly Incoming[];
}
