import { part, plainText, sentence, sentenceLimit, sentenceWithTime, title } from "./language-fields.ts";

const counted = (...others: readonly string[]) => plainText(sentenceLimit, "{count}", ...others);

/** What the bot says of what it keeps of a person, and of deleting it. */
export const keptStrings = part({
  title,
  conversations: counted("{days}"),
  /** The words of the last questions are kept as well. */
  questions: sentence,
  topic: plainText(sentenceLimit, "{topic}"),
  language: plainText(sentenceLimit, "{language}"),
  /** {time} is until when the draft is kept. */
  draft: sentenceWithTime,
  request: plainText(sentenceLimit, "{days}"),
  requestedAt: sentenceWithTime,
  open: sentence,
  closed: sentence,
  /** Requests of others that the person takes care of, or did. */
  taken: counted(),
  unfinished: counted(),
  notes: counted(),
  /** Unanswered questions, of which nobody knows who asked them. */
  unanswered: plainText(sentenceLimit, "{days}"),
  /** What stays in chats; with a team, also in its channel. */
  stays: sentence,
  staysWithTeam: sentence,
  ask: sentence,
  forgotten: sentence,
  unchanged: sentence,
  failed: sentence,
  /** The public notice; the answer itself went to the direct messages. */
  pointer: sentence,
  /** A request that was forgotten: to the team, and to whoever presses one of its other buttons. */
  deletedForTeam: sentence,
  deletedRequest: sentence,
  /** In direct messages, under the front page: the words that lead here. */
  hint: sentence,
});
