import { z } from "zod";
import type { Answer } from "./answer/answer.ts";
import type { Suggest } from "./answer/suggestion.ts";

/** Where a reply goes: the adapter's own JSON, opaque to the core, storable, with nothing in it that expires. */
const addressSchema = z.object({ adapter: z.string(), data: z.string() });
type Address = Readonly<z.infer<typeof addressSchema>>;

const inputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("question"), text: z.string(), hasPicture: z.boolean() }).readonly(),
  z.object({ kind: z.literal("press"), token: z.string() }).readonly(),
  z.object({ kind: z.literal("open") }).readonly(),
]);
/** What somebody did: wrote, pressed a button, or opened the bot without a word (a command alone). */
export type Input = z.infer<typeof inputSchema>;

/**
 * One event of a platform, in the core's terms. `id` is the platform's: delivered again, the event has the same.
 * `conversation` is what belongs together, `person` who wrote or pressed; both begin with the tenant. `addressed`:
 * the bot was spoken to, by a direct message, a mention, a command or a press. `locale` is the channel's language,
 * or else the platform's for this person, as the platform names it: it need not be one that is spoken.
 */
export const incomingSchema = z.object({
  id: z.string(),
  address: addressSchema.readonly(),
  conversation: z.string(),
  person: z.string(),
  addressed: z.boolean(),
  place: z.enum(["private", "channel"]),
  locale: z.string().exactOptional(),
  input: inputSchema,
});
export type Incoming = Readonly<z.infer<typeof incomingSchema>>;

/** Who may see a reply; `asker` is nobody but the person who wrote or pressed. */
export type Audience = "all" | "asker";

export type Reply =
  | { readonly kind: "answer"; readonly answer: Answer; readonly audience: Audience }
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
  start(handle: Handle, suggest: Suggest): Promise<void>;
  /** Sends an answer at any later time. Sent twice with one `key`, it is seen once. */
  deliver(
    address: Address,
    answer: Answer,
    how: { readonly audience: Audience; readonly key: string },
  ): Promise<void>;
  /** Stops receiving, lets what is under way finish, and resolves then. */
  stop(): Promise<void>;
}
