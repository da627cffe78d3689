import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";
import type { Logger } from "../lib/logger.ts";
import type { Store } from "../store/store.ts";

/** An unanswered question as it is stored: masked, without the author. */
export const unansweredSchema = z.object({
  locale: localeSchema,
  /** Nothing was found, or none of the entries shown was meant. */
  how: z.enum(["declined", "not-meant"]),
  text: z.string(),
  /** The entries that were shown. */
  entries: z.array(z.string()).readonly(),
});

export type UnansweredQuestion = Readonly<z.infer<typeof unansweredSchema>>;

export const unansweredLog = "unanswered";
export const unansweredDays = 30;
const unansweredTtlMs = unansweredDays * 24 * 3_600_000;

/** Stores an unanswered question for 30 days. Never rejects. */
export type KeepUnanswered = (question: UnansweredQuestion) => Promise<void>;

export function createKeepUnanswered({
  log,
  store,
}: {
  readonly log: Logger;
  readonly store: Store;
}): KeepUnanswered {
  return async (question) => {
    await store
      .append(unansweredLog, JSON.stringify(question), { ttl: unansweredTtlMs })
      .catch((error: unknown) => {
        log.error({ err: error }, "unanswered: append failed");
      });
  };
}
