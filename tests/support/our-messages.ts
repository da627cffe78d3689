import type { Answer } from "../../src/answer/answer.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { ourKnowledge } from "./our-knowledge.ts";

/** Every message of every entry of our knowledge in every language, under a name to find it by. */
export const ourMessages: readonly (readonly [string, Answer])[] = ourKnowledge.entries.flatMap((entry) =>
  ourKnowledge.languages.flatMap((locale) =>
    messagesOf(createReplyContext(ourKnowledge, locale), entry).map(
      (answer, index) => [`${entry.id} ${locale} ${index + 1}`, answer] as const,
    ),
  ),
);
