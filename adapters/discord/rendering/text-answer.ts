import { type Answer, type Button, paragraph } from "../../../src/answer/answer.ts";
import type { Locale } from "../../../src/answer/locale.ts";
import { plain } from "../../../src/answer/text.ts";

/** An answer of one paragraph, for the platform's own sentences. */
export function createTextAnswer(locale: Locale, text: string, buttons: readonly Button[] = []): Answer {
  return { locale, blocks: [paragraph(plain(text))], buttons };
}
