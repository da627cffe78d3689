import { part, plainText, sentenceLimit } from "./language-fields.ts";

/** What is said to somebody who asks back about an answer. */
export const followUpStrings = part({
  /** Before a step that is quoted. */
  step: plainText(sentenceLimit, "{number}"),
  /** Nothing of the entry answers it. */
  nothing: plainText(sentenceLimit, "{topic}"),
  /** Before a part that may not answer it. */
  closest: plainText(sentenceLimit),
  /** Before buttons of other topics that may be meant. */
  perhaps: plainText(sentenceLimit),
});
