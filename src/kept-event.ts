import { z } from "zod";
import { answerSchema } from "./answer/answer-schema.ts";
import { audiences, incomingSchema } from "./platform.ts";

/**
 * What the store holds of an event until it is finished: the event, when it came (milliseconds since 1970), and,
 * once there is one, its answer, so that after a crash the same answer is sent and nothing is decided twice.
 */
export const keptEventSchema = z.object({
  incoming: incomingSchema,
  at: z.number(),
  reply: z
    .object({ answer: answerSchema, audience: z.enum(audiences), pointer: answerSchema.exactOptional() })
    .readonly()
    .exactOptional(),
});

export type KeptEvent = Readonly<z.infer<typeof keptEventSchema>>;
