import { part, plainText } from "./language-fields.ts";

/** Slack's limit for an alert: https://docs.slack.dev/reference/block-kit/blocks/alert-block */
const noteLimit = 200;

/** What becomes of the words in each form, above its fields; docs/privacy.md says the same at length. */
export const formNoteStrings = part({
  /** {days} is how long the answers are kept. */
  case: plainText(noteLimit, "{days}"),
  edit: plainText(noteLimit, "{days}"),
  ask: plainText(noteLimit),
  reply: plainText(noteLimit),
});
