import { z } from "zod";

const addressSchema = z.object({ adapter: z.string(), data: z.string() }).readonly();

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
});

export type Handover = Readonly<z.infer<typeof handoverSchema>>;
