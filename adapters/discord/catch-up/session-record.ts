import { z } from "zod";

/** What is needed to resume a session: events/gateway#resuming */
const sessionSchema = z.object({ sessionId: z.string(), resumeURL: z.string(), sequence: z.number() });
export type GatewaySession = Readonly<z.infer<typeof sessionSchema>>;

/** How far a shard has heard Discord. */
export const recordSchema = z.object({
  session: sessionSchema.exactOptional(),
  /** Until when Discord told the bot everything, in milliseconds since 1970. */
  heardAt: z.number(),
  /** Whether what was missed before was not read to its end. */
  isBehind: z.boolean(),
});
export type SessionRecord = Readonly<z.infer<typeof recordSchema>>;
