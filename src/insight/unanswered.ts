import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";
import type { Logger } from "../lib/logger.ts";
import type { Store } from "../store/store.ts";

/** A question that found no answer, as it is kept: masked, and with nothing about who asked it. */
export const unansweredSchema = z.object({
  locale: localeSchema,
  /** Nothing was found, or what was shown was not meant. */
  how: z.enum(["declined", "not-meant"]),
  text: z.string(),
  /** The entries that were shown. */
  entries: z.array(z.string()).readonly(),
});

export type UnansweredQuestion = Readonly<z.infer<typeof unansweredSchema>>;

export const unansweredLog = "unanswered";
/** The days for which a question is kept. */
export const unansweredDays = 30;
const unansweredKept = unansweredDays * 24 * 3_600_000;

/** Keeps questions that found no answer, for 30 days. Never rejects. */
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
      .append(unansweredLog, JSON.stringify(question), { ttl: unansweredKept })
      .catch((error: unknown) => {
        log.error({ err: error }, "an unanswered question could not be stored");
      });
  };
}
