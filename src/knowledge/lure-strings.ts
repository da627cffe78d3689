import { label, markedSentence, part, sentence, title } from "./language-fields.ts";

/** What the bot says of a reply that looks like fake support: to the asker, and to the team. */
export const lureStrings = part({
  title,
  seen: sentence,
  /** What AWS never asks for in a chat. */
  never: markedSentence(),
  /** Which addresses are AWS's. */
  addresses: markedSentence(),
  report: markedSentence(),
  forTeam: title,
  who: label(),
  where: label(),
  wrote: label(),
});
