import { z } from "zod";
import { answerSchema } from "../../answer/answer.ts";
import type { DeepReadonly } from "../../lib/deep-readonly.ts";
import { incomingSchema } from "../../platform/incoming.ts";
import { audiences } from "../../platform/outcome.ts";
import { isSecretKind, type SecretKind } from "../../safety/detection.ts";
import { mask } from "../../safety/mask.ts";
import { mapEventText } from "./event-text.ts";

/**
 * What the store holds of an event until it is finished: the event, when it came (milliseconds since 1970), and its
 * answer once there is one, so that after a crash the same answer is sent and nothing is decided twice.
 */
export const storedEventSchema = z.object({
  incoming: incomingSchema,
  at: z.number(),
  /** The kinds of secrets that the event had before it was masked. */
  secrets: z.array(z.custom<SecretKind>(isSecretKind)).readonly().exactOptional(),
  reply: z
    .object({
      answer: answerSchema,
      audience: z.enum(audiences),
      pointer: answerSchema.exactOptional(),
      isOnlyForPlace: z.boolean().exactOptional(),
    })
    .readonly()
    .exactOptional(),
});

export type StoredEvent = DeepReadonly<z.infer<typeof storedEventSchema>>;

/** Events in their stored form, while they are being answered: each is stored with its claim and with its answer. */
const stored = new WeakMap<StoredEvent, StoredEvent>();

/** The event as it is stored: secrets and personal data masked. */
export function toStoredEvent(event: StoredEvent): StoredEvent {
  const masked = stored.get(event) ?? { ...event, incoming: mapEventText(event.incoming, mask) };
  stored.set(event, masked);
  return masked;
}
