import { type Answer, type Button, paragraph } from "../../../src/answer/answer.ts";
import type { Locale } from "../../../src/answer/locale.ts";
import { plain } from "../../../src/answer/text.ts";

/** One of the platform's own sentences as an answer. */
export function answerOfSentence(locale: Locale, sentence: string, buttons: readonly Button[] = []): Answer {
  return { locale, blocks: [paragraph(plain(sentence))], buttons };
}
