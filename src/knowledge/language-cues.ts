import { followUpCues } from "./follow-up-cues.ts";
import { accentedList, cueList, filledList, optionalList, part } from "./language-fields.ts";
import { lureWords } from "./lure-words.ts";

/** The number of ordinals: the maximum of options that a message has. */
const ordinalCount = 6;

/** What the bot understands in a language, beside the phrases of the knowledge. */
export const cueFields = {
  /** Cues: what people type instead of pressing a button. */
  heard: part({
    solved: cueList,
    stuck: cueList,
    no: cueList,
    yes: cueList,
    unsure: cueList,
    thanks: cueList,
    greeting: cueList,
    notMeant: cueList,
    /** Requests for this language, in any language. */
    language: cueList,
    person: cueList,
    /** Asks what is kept of the person, or for that to be deleted. */
    kept: cueList,
    /** Agrees, or says that it was read. */
    ok: cueList,
    /** Asks for help, and says nothing else. */
    help: cueList,
    /** Puts something off. */
    later: cueList,
    /** Asks about the bot itself. */
    about: cueList,
    /** Doesn't understand what was said. */
    confused: cueList,
    /** Asks how a question stands that the team has. */
    news: cueList,
    /** Scolds the bot, or swears. */
    anger: cueList,
    /** Words without a meaning of their own next to other cues. */
    filler: cueList,
  }),
  /** Ordinals typed for an option, and words around them: "the second one". */
  ordinals: part({
    words: filledList.refine((words) => words.length === ordinalCount, `give the first ${ordinalCount}`),
    /** The last of the options, however many there are. */
    last: optionalList,
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
