import { z } from "zod";

const addressSchema = z.object({ adapter: z.string(), data: z.string() }).readonly();

/** A person who was handed over to the team, and how far that got. */
export const handoverSchema = z.object({
  id: z.string(),
  /** Who asked, in which language, and where they can be reached. */
  person: z.string(),
  name: z.string().exactOptional(),
  locale: z.string(),
  address: addressSchema,
  entry: z.string().exactOptional(),
  /** Who of the team cares for it. */
  taker: z.object({ person: z.string(), name: z.string().exactOptional() }).readonly().exactOptional(),
  isClosed: z.boolean(),
  /** The team's thread about it. */
  thread: z.object({ address: addressSchema, conversation: z.string() }).readonly().exactOptional(),
  /** What the team wrote last, masked, and when (milliseconds since 1970). */
  wrote: z.object({ text: z.string(), at: z.number() }).readonly().exactOptional(),
});

export type Handover = Readonly<z.infer<typeof handoverSchema>>;
