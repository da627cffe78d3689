import { part, plainText, sentence, sentenceLimit } from "./language-fields.ts";

/** What the bot says where somebody asks for more than it does. */
export const limitStrings = part({
  /** To a person who wrote or pressed too much at once. */
  person: sentence,
  /** To the first person of a channel in which too much happens at once. */
  channel: sentence,
  /** To a person who handed over too many questions to the team. */
  handovers: sentence,
  /** To a person who wrote many messages that the team has not answered. */
  wordsToTeam: sentence,
  /** To the team, which wrote many messages that the person has not answered. */
  wordsToPerson: sentence,
  /** After words that were passed on up to {limit} characters: to the person, and to the team. */
  cutForTeam: plainText(sentenceLimit, "{limit}"),
  cutForPerson: plainText(sentenceLimit, "{limit}"),
});
