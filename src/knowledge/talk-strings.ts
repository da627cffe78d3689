import { part, plainText, sentence, sentenceLimit } from "./language-fields.ts";

/** What the bot says of itself. */
export const aboutStrings = part({
  /** {team} is the name of the team whose bot it is (the setting TEAM_NAME); the other sentence if it has none. */
  whoOfTeam: plainText(sentenceLimit, "{team}"),
  who: sentence,
  can: sentence,
  /** Said beside that, if there is a team to pass a question on to. */
  passesOn: sentence,
  cannot: sentence,
  /** {languages} are the names of all languages that are spoken, with "or" between them. */
  languages: plainText(sentenceLimit, "{languages}"),
  keeps: sentence,
});

/** Answers to short words, by what was shown last. */
export const talkStrings = part({
  /** "Ok" to steps. */
  tellMe: sentence,
  /** "Ok" or "yes" to several options. */
  pickOne: sentence,
  /** "Ok" where a button leads on. */
  goOnWith: sentence,
  /** "Ok" or "no" where nothing is left to do. */
  allRight: sentence,
  /** "No" to topics. */
  inOwnWords: sentence,
  /** To who doesn't understand steps that were shown. */
  confused: sentence,
  /** To who is angry, the first time and after that. */
  sorry: sentence,
  sorryAgain: sentence,
  /** To who writes in a language that nothing is known of. */
  otherLanguage: plainText(sentenceLimit, "{languages}"),
});

/** One trouble at a time. */
export const troubleStrings = part({
  /** Said after `several`: which one is best done first, and why, if there is a reason. */
  first: plainText(sentenceLimit, "{first}"),
  signInFirst: plainText(sentenceLimit, "{first}"),
  next: plainText(sentenceLimit, "{done}", "{next}"),
  noted: plainText(sentenceLimit, "{current}", "{later}"),
  letGo: sentence,
});
