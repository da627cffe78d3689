import { filledList, optionalList, part } from "./language-fields.ts";
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
  /** Words of people who ask or complain; a message without any, and without a question mark, is left alone. */
  asking: optionalList,
  /** Words of announcements, which are left alone. */
  announcing: optionalList,
  lureWords,
};
