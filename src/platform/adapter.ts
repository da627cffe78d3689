import type { RequestListener } from "node:http";
import type { Answer } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";
import type { Logger } from "../lib/logger.ts";
import type { AdapterMemory } from "./adapter-memory.ts";
import type { Address, Mode } from "./incoming.ts";
import type { Handle, OutgoingAnswer } from "./outcome.ts";
import type { SurfaceStrings } from "./surface-strings.ts";

/** The core as an adapter sees it. */
export interface Core {
  readonly handle: Handle;
  readonly suggest: Suggest;
  readonly surface: (locale?: Locale) => SurfaceStrings;
  /** The languages that the bot speaks, the default one first. */
  readonly languages: () => readonly Locale[];
  /** Whether the bot would say anything to a text in a help channel of this mode: it then reads it as a question. */
  readonly isQuestion: (text: string, mode: Mode) => boolean;
}

/** A message that was sent: the address of what is written under it, and the conversation that this belongs to. */
export interface Posted {
  readonly address: Address;
  readonly conversation: string;
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
  /** The address of a channel by its id; absent if the platform has no channels. */
  readonly channel?: (id: string) => Address;
  /** Whether events are being received now; absent if the platform can't tell. */
  readonly isReceiving?: () => boolean;
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
