import { z } from "zod";
import type { Answer } from "../answer/answer.ts";
import type { Form } from "../answer/form.ts";
import type { Locale } from "../answer/locale.ts";
import type { Suggest } from "../answer/suggestion.ts";

/** Where a reply goes: the adapter's own JSON, opaque to the core, storable, with nothing in it that expires. */
const addressSchema = z.object({ adapter: z.string(), data: z.string() });
export type Address = Readonly<z.infer<typeof addressSchema>>;

const inputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("question"), text: z.string(), hasPicture: z.boolean() }).readonly(),
  z.object({ kind: z.literal("press"), token: z.string() }).readonly(),
  z
    .object({
      kind: z.literal("submit"),
      token: z.string(),
      values: z.record(z.string(), z.string()).readonly(),
    })
    .readonly(),
  z.object({ kind: z.literal("open") }).readonly(),
]);
/**
 * What somebody did: wrote, pressed a button, sent a form (the form's token, and what stands in each field by its
 * id), or opened the bot without a word (a command alone).
 */
export type Input = z.infer<typeof inputSchema>;

/**
 * What the bot may say on its own in a help channel: nothing (`mentions`), what answers a question (`questions`), or
 * also what it is not sure of (`all`).
 */
export const modes = ["mentions", "questions", "all"] as const;
export type Mode = (typeof modes)[number];

const places = ["private", "aside", "channel"] as const;
export type PlaceKind = (typeof places)[number];

/**
 * One event of a platform, in the core's terms. `id` is the platform's: delivered again, the event has the same.
 * `conversation` is what belongs together, `person` who wrote or pressed; both begin with the tenant. `name`: how
 * others see them, where the platform says so. `addressed`:
 * the bot was spoken to, by a direct message, a mention, a command or a press. `mode`: what it may say where it was
 * not, in a help channel to a message that begins a conversation; without one it only goes on with what it began.
 * `begunBy`: who wrote the first message of the thread, where it is one and the platform says so.
 * `place`: `private` is a direct message; `aside` is a channel, but nobody else sees what is said (a command), so
 * that free words can't go on there; in a `channel` everybody reads along. `locale` is the channel's language, or
 * else the platform's for this person, as the platform names it: it need not be one that is spoken.
 */
export const incomingSchema = z.object({
  id: z.string(),
  address: addressSchema.readonly(),
  conversation: z.string(),
  person: z.string(),
  name: z.string().exactOptional(),
  addressed: z.boolean(),
  mode: z.enum(modes).exactOptional(),
  begunBy: z.string().exactOptional(),
  place: z.enum(places),
  locale: z.string().exactOptional(),
  input: inputSchema,
});
export type Incoming = Readonly<z.infer<typeof incomingSchema>>;

/**
 * Who may see a reply; `asker` is nobody but the person who wrote or pressed, there where they did; `direct` the same
 * person in their direct messages, where it stays.
 */
export const audiences = ["all", "asker", "direct"] as const;
export type Audience = (typeof audiences)[number];

/**
 * What is said to whom. `pointer` tells people where they are that something waits in their direct messages, without
 * its content and with a button that shows it: where those are closed, and nothing else is private, it is all they get.
 */
export interface OutgoingAnswer {
  readonly answer: Answer;
  readonly audience: Audience;
  readonly pointer?: Answer;
}

/**
 * What comes of an event. `form` opens a form, the first thing that may be done with a press; `invalid` says what is
 * wrong with a submitted one, by its fields' ids; `remove` takes away the message whose button was pressed.
 */
export type Reply =
  | ({ readonly kind: "answer" } & OutgoingAnswer)
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "invalid"; readonly form: Form; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "remove" }
  | { readonly kind: "silence"; readonly because: string };

/** What happens beside the reply: the question's place is marked where the platform can do that. */
export interface Effect {
  readonly kind: "mark";
  readonly as: "solved" | "open";
}

export interface Outcome {
  readonly reply: Reply;
  readonly effects: readonly Effect[];
  /** Whether the event is kept; if not, a platform that sends events again should be made to. */
  readonly stored: boolean;
  /**
   * Does the sending and lets the event rest when it is done. If it rejects, that is logged, and the answer is
   * delivered later, as it would be after the end of the process.
   */
  complete(send: () => Promise<unknown>): Promise<void>;
}

/** Takes an event and says what comes of it. It never rejects. */
export type Handle = (incoming: Incoming) => Promise<Outcome>;

/** What a platform says around the answers, on surfaces that only it has. */
export interface SurfaceStrings {
  /** Before the label of the button or option that was chosen. */
  readonly chosen: string;
  /** The name of a line to type a question into, and what stands in it while it is empty. */
  readonly search: string;
  readonly searchHint: string;
  /** Where an answer was to be shared and the bot may not write. */
  readonly cantShare: string;
  /** Where a form could not be opened. */
  readonly formFailed: string;
  /** Under the title of a form that is filled in line by line, and after it was left with a dot. */
  readonly formHint: string;
  readonly formLeft: string;
  /** Where what is wrong with a form can't be shown in it: before that, and the button that opens it again. */
  readonly formInvalid: string;
  readonly formCorrect: string;
  /** Where a form can't follow another at once: that there is one, and the button that opens it. */
  readonly formFollows: string;
  readonly formContinue: string;
  /** A command: what it does, its option's name and what to type there; and its name in the menu of a message. */
  readonly command: {
    readonly description: string;
    readonly option: string;
    readonly optionHint: string;
    readonly find: string;
  };
  /** Who shared an answer, with {person} for their name. */
  readonly sharedBy: string;
  /** That something waits in the direct messages; that it can't go there, and another way to see it. */
  readonly sentDirectly: string;
  readonly directClosed: string;
  /** A message in a channel whose messages the bot can't read: what it is for, and its buttons. */
  readonly panel: string;
  readonly panelAsk: string;
  readonly panelTopics: string;
  /** What tags of solved questions are called, in small letters; and why one was set, with {person} for who. */
  readonly solvedTags: readonly string[];
  readonly markedSolved: string;
}

/** The core as an adapter sees it. */
export interface Core {
  readonly handle: Handle;
  readonly suggest: Suggest;
  readonly surface: (locale?: Locale) => SurfaceStrings;
  /** The languages that are spoken, the one that nothing else is known for first. */
  readonly languages: () => readonly Locale[];
}

/** A message that was sent: where what is written under it goes, and the conversation that this belongs to. */
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
   * Sends an answer at any later time. Sent twice with one `key`, it is seen once.
   * @returns where it went, if it can be answered there; for several messages, of the first
   */
  deliver(
    address: Address,
    answer: Answer,
    how: Omit<OutgoingAnswer, "answer"> & { readonly key: string },
  ): Promise<Posted | undefined>;
  /** The address of a channel by its id; absent where a platform has none. */
  readonly channel?: (id: string) => Address;
  /** Whether events are being received now; absent where that can't be told. */
  readonly isReceiving?: () => boolean;
  /** Stops receiving, lets what is under way finish, and resolves then. */
  stop(): Promise<void>;
}
