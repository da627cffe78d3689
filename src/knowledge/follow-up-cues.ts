import { z } from "zod";
import { accentedList, filledList, optionalList } from "./language-fields.ts";

const samples = z.array(z.string("a sample is text: put it in quotes").trim().min(1).max(200)).default([]);

/** What people say when they ask back about an answer. All may be left out: fewer follow-ups are understood then. */
export const followUpCues = z
  .strictObject({
    /** It worked, said within a longer message. */
    worked: optionalList,
    /** It did not help, said within a longer message. */
    noHelp: optionalList,
    /** Whole messages that say so, by which others are recognised that no cue fits; none may repeat another. */
    samples: z.strictObject({ worked: samples, noHelp: samples }).prefault({}),
    /** What shows that something else is wrong as well: "but", "now". */
    turns: optionalList,
    /** Words after which a message goes on to something else, with their accents. */
    onward: accentedList,
    /** Before the number of a step. */
    step: optionalList,
    /** Words without a meaning of their own. */
    ignored: optionalList,
    /** Kinds of questions, by any name: the words that ask so, and those of a text that answers. */
    kinds: z.record(z.string(), z.strictObject({ asks: filledList, tells: filledList })).default({}),
    /** Words and expressions that mean the same in a question and in a step, a group in a line. */
    same: z.array(filledList).default([]),
  })
  .prefault({});
