import { pressButtons } from "../answer/answer.ts";
import { findLocale } from "../answer/locale.ts";
import { createReplyContext, homeOf, topicButtons } from "../conversation/replies/context.ts";
import { textOf } from "../knowledge/knowledge.ts";
import type { Core } from "../platform/adapter.ts";
import type { RuntimeOptions } from "./runtime-options.ts";
import { localeKey } from "./session/session-keys.ts";
import { inStoreTime } from "./store-call.ts";

type TopicOptions = Pick<RuntimeOptions, "responder" | "store" | "defaultLocale" | "log">;

/** The front page's options for a person who has not asked anything yet. If the store fails, in the default language. */
export function createOfferedTopics({ responder, store, defaultLocale, log }: TopicOptions): Core["topics"] {
  return async (person) => {
    const chosen = await inStoreTime(store.get(localeKey({ person }))).catch((error: unknown) => {
      log.warn({ err: error }, "store: a chosen language not read");
      return undefined;
    });
    const { knowledge } = responder();
    const locale = findLocale(knowledge.strings.keys(), chosen?.value) ?? defaultLocale;
    const context = createReplyContext(knowledge, locale);
    const page = homeOf(knowledge);
    return {
      locale,
      ...(page && { title: textOf(page, locale).title }),
      labels: pressButtons(topicButtons(context)).map(({ label }) => label),
    };
  };
}
