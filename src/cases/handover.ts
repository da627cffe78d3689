import { z } from "zod";

const addressSchema = z.object({ adapter: z.string(), data: z.string() }).readonly();

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
  /** The member of the team who took or closed it. */
  taker: z
    .object({
      person: z.string(),
      name: z.string().exactOptional(),
      /** The time when they took it, in milliseconds since 1970. */
      at: z.number().exactOptional(),
    })
    .readonly()
    .exactOptional(),
  isClosed: z.boolean(),
  /** The thread in the team's channel. */
  thread: z.object({ address: addressSchema, conversation: z.string() }).readonly().exactOptional(),
  /** The team's last message, masked, and its time in milliseconds since 1970. */
  wrote: z.object({ text: z.string(), at: z.number() }).readonly().exactOptional(),
  /** The ids of the same person's handovers before this one, the latest first. */
  earlier: z.array(z.string()).readonly().exactOptional(),
  /** The messages that were passed on since the other side wrote; times in milliseconds since 1970. */
  unanswered: z
    .object({ byPerson: unansweredSchema.exactOptional(), byTeam: unansweredSchema.exactOptional() })
    .readonly()
    .exactOptional(),
});

export type Handover = Readonly<z.infer<typeof handoverSchema>>;
