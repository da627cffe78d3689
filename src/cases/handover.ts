import { z } from "zod";

const addressSchema = z.object({ adapter: z.string(), data: z.string() }).readonly();

/** Somebody of the team, and when they did it, in milliseconds since 1970. */
const helperSchema = z
  .object({ person: z.string(), name: z.string().exactOptional(), at: z.number().exactOptional() })
  .readonly();
export type Helper = z.infer<typeof helperSchema>;

/**
 * What the team was told with the first message: the question, the entries whose steps did not help, and the text of the
 * draft for AWS Support, all masked.
 */
const toldSchema = z
  .object({
    question: z.string().exactOptional(),
    tried: z.array(z.string()).readonly(),
    draft: z.string().exactOptional(),
  })
  .readonly();
export type Told = z.infer<typeof toldSchema>;

/** Maximum helpers who are remembered as told how their words reach the person. */
export const maxHinted = 50;

/** The messages of one side that the other has not replied to: when the first one was sent, and how many. */
const unansweredSchema = z.object({ since: z.number(), count: z.number() }).readonly();
export type Unanswered = z.infer<typeof unansweredSchema>;

/** A person who was handed over to the team, and the status. */
export const handoverSchema = z.object({
  id: z.string(),
  /** The person who asked. */
  person: z.string(),
  name: z.string().exactOptional(),
  locale: z.string(),
  address: addressSchema,
  entry: z.string().exactOptional(),
  /** The time when the person asked, in milliseconds since 1970; records of earlier versions lack it. */
  at: z.number().exactOptional(),
  /** The member of the team who took it; in records of earlier versions also who closed it. */
  taker: helperSchema.exactOptional(),
  isClosed: z.boolean(),
  /** Who closed it; absent while it is open, and in records of earlier versions. */
  closer: helperSchema.exactOptional(),
  /** What the first message to the team holds, so that it can be written anew; records of earlier versions lack it. */
  told: toldSchema.exactOptional(),
  /**
   * The thread in the team's channel, and the message that it is under, which shows how the handover stands; absent if
   * that message can't be edited.
   */
  thread: z
    .object({ address: addressSchema, conversation: z.string(), message: addressSchema.exactOptional() })
    .readonly()
    .exactOptional(),
  /** Helpers who were told how their words reach the person. */
  hinted: z.array(z.string()).readonly().exactOptional(),
  /** The team's last message, masked, and its time in milliseconds since 1970. */
  wrote: z.object({ text: z.string(), at: z.number() }).readonly().exactOptional(),
  /** When the team last opened it again, in milliseconds since 1970: the person was told to write then. */
  openedAt: z.number().exactOptional(),
  /** The ids of the same person's handovers before this one, the latest first. */
  earlier: z.array(z.string()).readonly().exactOptional(),
  /** The messages that were passed on since the other side wrote; times in milliseconds since 1970. */
  unanswered: z
    .object({ byPerson: unansweredSchema.exactOptional(), byTeam: unansweredSchema.exactOptional() })
    .readonly()
    .exactOptional(),
});

export type Handover = Readonly<z.infer<typeof handoverSchema>>;
