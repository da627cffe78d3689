import { part, plainText, sentence, sentenceLimit } from "./language-fields.ts";

/** The first line of an answer that comes late, since the bot was away, by how long ago the message was written. */
export const lateStrings = part({
  /** Less than two minutes. */
  moment: sentence,
  /** {minutes} is 2 to 54. */
  minutes: plainText(sentenceLimit, "{minutes}"),
  /** About an hour, and more than an hour and a half. */
  hour: sentence,
  hours: sentence,
});
