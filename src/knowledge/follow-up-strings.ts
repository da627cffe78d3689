import { part, plainText, sentenceLimit } from "./language-fields.ts";

/** What is said to somebody who asks back about an answer. */
export const followUpStrings = part({
  /** Before a step that is quoted. */
  step: plainText(sentenceLimit, "{number}"),
  /** Nothing of the entry answers it. */
  nothing: plainText(sentenceLimit, "{topic}"),
});
