import { z } from "zod";
import {
  label,
  markedSentence,
  orMissing,
  part,
  plainText,
  sentence,
  sentenceLimit,
  title,
} from "./language-fields.ts";

/** The kinds of secrets that safety/ detects. */
const secretKind = z.enum([
  "private-key",
  "access-key",
  "secret-key",
  "session-token",
  "slack-token",
  "discord-token",
  "webhook-url",
  "token",
  "card-number",
  "password",
  "recovery-code",
  "one-time-code",
  "identity-number",
]);

/** The warning about a posted secret: what was found, what to do in each place, how to revoke each kind. */
export const secretStrings = part({
  title,
  seen: plainText(sentenceLimit, "{kinds}"),
  place: part({ private: sentence, aside: sentence, channel: sentence }),
  kinds: z.record(secretKind, label(), { error: orMissing }),
  /** An access key and its secret key are revoked together. */
  revoke: z.record(secretKind.exclude(["secret-key"]), markedSentence(), { error: orMissing }),
});
