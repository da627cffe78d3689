import {
  label,
  part,
  plainText,
  sentence,
  sentenceWithName,
  sentenceWithNameAndTime,
  sentenceWithTime,
} from "./language-fields.ts";

/** What the bot says of a handover, to the person and to the team. */
export const teamStrings = part({
  passedOn: sentence,
  waiting: sentence,
  takenForYou: sentenceWithName,
  takenForYouSince: sentenceWithNameAndTime,
  closedForYou: sentenceWithName,
  unreachable: sentence,
  passedOnWords: sentence,
  passedOnNoPicture: sentence,
  /** To the person: the team was told that it is solved; or that it will be, once they say so. */
  solvedTold: sentence,
  thanksNoted: sentence,
  /** To the person: words that were to be passed on are no longer kept. */
  forwardGone: sentence,
  openedForYou: sentenceWithName,
  answerHere: sentence,
  news: sentence,
  notYours: sentence,
  somebody: label(),
  writes: plainText(100, "{name}"),
  /** Above the words that say so, and where a button said it. */
  saysSolved: plainText(100, "{name}"),
  pressedSolved: plainText(100, "{name}"),
  needsHelp: plainText(100, "{name}"),
  asked: label(),
  topic: label(),
  language: label(),
  tried: label(),
  draft: label(),
  askedAt: sentenceWithTime,
  /** How a reply reaches the person: with a mention, or always. */
  howToAnswer: sentence,
  howToAnswerAll: sentence,
  /** To a helper alone, whose reply lacked the mention. */
  mentionToReply: sentenceWithName,
  /** To a helper whose message has no words. */
  noWords: sentence,
  nobodyYet: sentence,
  taken: sentenceWithName,
  takenSince: sentenceWithNameAndTime,
  closed: sentenceWithName,
  closedOn: sentenceWithNameAndTime,
  closedAlready: sentence,
  /** {name} is the person who asked. */
  closeAsk: sentenceWithName,
  keptOpen: sentence,
  isOpen: sentence,
  opened: sentence,
  delivered: sentence,
  notReached: sentence,
  teamOnly: sentence,
});
