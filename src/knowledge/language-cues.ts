import { followUpCues } from "./follow-up-cues.ts";
import { accentedList, filledList, optionalList, part } from "./language-fields.ts";
import { lureWords } from "./lure-words.ts";

/** The number of ordinals: the maximum of options that a message has. */
const ordinalCount = 6;

/** What the bot understands in a language, beside the phrases of the knowledge. */
export const cueFields = {
  /** Cues: what people type instead of pressing a button. */
  heard: part({
    solved: filledList,
    stuck: filledList,
    no: filledList,
    yes: filledList,
    unsure: filledList,
    thanks: filledList,
    greeting: filledList,
    notMeant: filledList,
    /** Requests for this language, in any language. */
    language: filledList,
    person: filledList,
    /** Asks what is kept of the person, or for that to be deleted. */
    kept: filledList,
    /** Agrees, or says that it was read. */
    ok: filledList,
    /** Asks for help, and says nothing else. */
    help: filledList,
    /** Puts something off. */
    later: filledList,
    /** Asks about the bot itself. */
    about: filledList,
    /** Scolds the bot, or swears. */
    anger: filledList,
    /** Words without a meaning of their own next to other cues. */
    filler: filledList,
  }),
  /** Ordinals typed for an option, and words around them: "the second one". */
  ordinals: part({
    words: filledList.refine((words) => words.length === ordinalCount, `give the first ${ordinalCount}`),
    before: optionalList,
    after: optionalList,
  }),
  /** Articles and other words to ignore in the label of a button. */
  articles: optionalList,
  /** Words between two troubles in one sentence, such as "and". */
  conjunctions: optionalList,
  /** The same, of words that become others without their accents. */
  accentedConjunctions: accentedList,
  /** Words of a new matter while the team has another one: "another account", "by the way". */
  anotherMatter: optionalList,
  /** Words that answer somebody or go on about the same: "I tried that", "as you said". */
  carriesOn: optionalList,
  /** Words of a helper who asks what the person sees: the answer may be any error message. */
  asksWhatIsSeen: optionalList,
  /** Words at the start of a message that tells one more trouble: "and also". */
  moreover: optionalList,
  /** Words of people who ask or complain; a message without any, and without a question mark, is left alone. */
  asking: optionalList,
  /** Words of announcements, which are left alone. */
  announcing: optionalList,
  /** What people say about an answer that they were just given. */
  followUps: followUpCues,
  lureWords,
};
