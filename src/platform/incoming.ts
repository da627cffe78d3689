import { z } from "zod";

/** Where a reply goes, as the adapter's own JSON: opaque to the core, safe to store, and it never expires. */
export const addressSchema = z.object({ adapter: z.string(), data: z.string() });
export type Address = Readonly<z.infer<typeof addressSchema>>;

const hiddenLinkSchema = z.object({ label: z.string(), url: z.string() });
/** A link in a message, of which the text holds only the words that lead to it. */
export type HiddenLink = Readonly<z.infer<typeof hiddenLinkSchema>>;

const inputSchema = z.discriminatedUnion("kind", [
  z
    .object({
      kind: z.literal("question"),
      text: z.string(),
      hasPicture: z.boolean(),
      links: z.array(hiddenLinkSchema.readonly()).readonly().exactOptional(),
    })
    .readonly(),
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
 * What somebody did. `question`: wrote a message. `press`: pressed a button. `submit`: submitted a form, with the
 * form's token and the value of each field by its id. `open`: opened the bot without a word, such as a bare command.
 */
export type Input = z.infer<typeof inputSchema>;

/**
 * What the bot may say unasked in a help channel. `mentions`: nothing. `questions`: answers it is sure of.
 * `all`: guesses too.
 */
export const modes = ["mentions", "questions", "all"] as const;
export type Mode = (typeof modes)[number];

const placeKinds = ["private", "aside", "channel"] as const;
/**
 * Who reads along. `private`: a direct message. `channel`: everybody in the channel. `aside`: a channel in which only
 * the asker sees the reply (a slash command), so that the conversation can't go on there in free words.
 */
export type PlaceKind = (typeof placeKinds)[number];

/** One event of a platform in the core's terms. */
export const incomingSchema = z.object({
  /** The platform's id of the event; a redelivered event has the same one. */
  id: z.string(),
  address: addressSchema.readonly(),
  /**
   * Events with the same value belong together. Begins with the platform, and goes on with the tenant (workspace,
   * server) where there is one, so that no other platform or tenant has the same.
   */
  conversation: z.string(),
  /** The channel that it happened in, beginning like `conversation`; absent in private places. */
  channel: z.string().exactOptional(),
  /**
   * Who wrote or pressed. Begins with the platform, goes on with the tenant where the platform's ids are only unique
   * within one, and ends with the platform's id of the person.
   */
  person: z.string(),
  /** The display name, if the platform sends it. */
  name: z.string().exactOptional(),
  /** Whether the bot was spoken to: a direct message, a mention, a command or a press. */
  addressed: z.boolean(),
  /**
   * Set for a message that begins a conversation in a help channel without addressing the bot: what the bot may say
   * to it. If absent, the bot only continues conversations that it is part of.
   */
  mode: z.enum(modes).exactOptional(),
  /** Whether the platform says that who wrote or pressed moderates the place. */
  isModerator: z.boolean().exactOptional(),
  /** Who wrote the first message of the thread, if there is a thread and the platform says so. */
  begunBy: z.string().exactOptional(),
  place: z.enum(placeKinds),
  /**
   * Set where a later message of the bot disturbs nobody but this person: in direct messages with the bot, and in a thread
   * or forum post that they began, or that the answer to their message begins. Presses in a thread don't tell, so that the
   * last message there counts.
   */
  isOwnPlace: z.boolean().exactOptional(),
  /**
   * The channel's language, or else the person's language as the platform names it. It need not be one that the bot
   * speaks.
   */
  locale: z.string().exactOptional(),
  /** Set for a message that the bot reads late, since it was away: when it was written, in milliseconds since 1970. */
  late: z.object({ at: z.number() }).readonly().exactOptional(),
  input: inputSchema,
});
export type Incoming = Readonly<z.infer<typeof incomingSchema>>;
