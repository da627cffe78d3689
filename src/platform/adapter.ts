import type { RequestListener } from "node:http";
import type { Answer } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdapterMemory } from "./adapter-memory.ts";
import type { Address, Mode } from "./incoming.ts";
import type { Handle, OutgoingAnswer } from "./outcome.ts";
import type { SurfaceStrings } from "./surface-strings.ts";

/**
 * What may be offered to a person before they ask: the front page's options. A label said as a message leads to its
 * topic.
 */
export interface Topics {
  readonly locale: Locale;
  /** The front page's title; absent if the knowledge has no front page. */
  readonly title?: string;
  /** The most important ones first. */
  readonly labels: readonly string[];
}

/** The core as an adapter sees it. */
export interface Core {
  readonly handle: Handle;
  readonly suggest: Suggest;
  readonly surface: (locale?: Locale) => SurfaceStrings;
  /** The topics in the language that this person chose, or else in the default one. Never rejects. */
  readonly topics: (person: string) => Promise<Topics>;
  /** The languages that the bot speaks, the default one first. */
  readonly languages: () => readonly Locale[];
  /** Whether the bot would say anything to a text in a help channel of this mode: it then reads it as a question. */
  readonly isQuestion: (text: string, mode: Mode) => boolean;
}

/** A message that was sent: the address of what is written under it, and the conversation that this belongs to. */
export interface Posted {
  readonly address: Address;
  readonly conversation: string;
  /** The message itself, for `edit`; absent if it can't be edited as one. */
  readonly message?: Address;
}

/** A platform as the core sees it. */
export interface Adapter {
  readonly name: string;
  /** Resolves once events are being received; rejects with what to do when they can't be. */
  start(core: Core): Promise<void>;
  /**
   * Sends what is no live reply: a redelivered answer, a message to or from the team, a warning about a secret.
   * Idempotent: sent twice with one `key`, it is seen once. An earlier attempt, perhaps of another process, may have
   * sent it, so that the adapter looks for its message first, or gives the platform the key to compare. A live reply
   * has not been sent before and needs no such look, but carries the same key, since it may be delivered again.
   * @returns where it went, if it can be answered there; for several messages, of the first
   * @throws UndeliverableError if the platform refuses it for good
   */
  deliver(
    address: Address,
    answer: Answer,
    how: Omit<OutgoingAnswer, "answer"> & { readonly key: string },
  ): Promise<Posted | undefined>;
  /**
   * Replaces the content of a message that was delivered, at its `Posted.message`. Absent if the platform can't.
   * @throws if the platform refuses it, or the new content does not fit one message
   */
  readonly edit?: (message: Address, answer: Answer) => Promise<void>;
  /**
   * Marks a forum post as idle, since its answer got no reaction, or takes that mark back. Done twice, it is done once.
   * Absent if the platform has nothing like it.
   * @param locale the language of the reason, where the platform shows one
   * @returns whether it is so now; false where the place has no such mark, or the bot may not set it
   * @throws if a later attempt may succeed
   */
  readonly markIdle?: (
    address: Address,
    change: { readonly isIdle: boolean; readonly locale: Locale },
  ) => Promise<boolean>;
  /** The address of a channel by its id; absent if the platform has no channels. */
  readonly channel?: (id: string) => Address;
  /** Whether events are being received now; absent if the platform can't tell. */
  readonly isReceiving?: () => boolean;
  /**
   * What of the platform receives no events while the rest does, in words, such as "shard 1 is away, of shards 0 to 2";
   * undefined if all or nothing does. Absent if the connection has no parts.
   */
  readonly whatIsAway?: () => string | undefined;
  /** Stops receiving, lets work in progress finish, then resolves. */
  stop(): Promise<void>;
}

/** The process's HTTP server, for adapters that receive events by HTTP. */
export interface HttpRoutes {
  /** Sends every request for this path to the listener. */
  mount(path: string, listener: RequestListener): void;
}

/** What every adapter is created with, beside its settings. */
export interface AdapterOptions {
  readonly http: HttpRoutes;
  readonly log: Logger;
  readonly memory: AdapterMemory;
}
