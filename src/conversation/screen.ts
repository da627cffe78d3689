import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";

const entry = z.string();

/** Sentences that stand over the topics. */
const topicSentences = [
  "greeting",
  "decline",
  "otherwise",
  "blank",
  "picture",
  "unknownButton",
  "gone",
  "inOwnWords",
  "allRight",
  "letGo",
] as const;
export type TopicSentence = (typeof topicSentences)[number];

/** Sentences after which a person says how it went. */
const feedbackSentences = [
  "solved",
  "solvedByOther",
  "thanks",
  "thanksFor",
  "tellMe",
  "confused",
  "removeNotYours",
  "caseSent",
  "messageSent",
] as const;
export type FeedbackSentence = (typeof feedbackSentences)[number];

/**
 * What was shown last, so that it can be shown again in another language. It holds what the reply was made of, and not its
 * words; what it needs beside that (a draft, what is kept) is read again.
 */
const screens = [
  z.object({ kind: z.literal("entry"), entry }),
  z.object({ kind: z.literal("sources"), entry }),
  z.object({ kind: z.literal("stuck"), entry }),
  /** Parts of an entry by their names, and other topics beside them; no part if none answered. */
  z.object({
    kind: z.literal("parts"),
    entry,
    parts: z.array(z.string()).readonly(),
    isUnsure: z.literal(true).optional(),
    perhaps: z.array(entry).readonly(),
  }),
  z.object({ kind: z.literal("person"), entry: entry.optional() }),
  /** `into`: the message's own language. `isInstead`: it is shown in place of a case. */
  z.object({
    kind: z.literal("message"),
    entry,
    into: localeSchema.optional(),
    isInstead: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal("admin"), entry }),
  /** The start of a case, or its draft. */
  z.object({ kind: z.literal("case"), entry }),
  z.object({ kind: z.literal("untried"), entry }),
  z.object({ kind: z.literal("door"), entry }),
  /** A case's form that is open, or was left. */
  z.object({ kind: z.literal("form"), entry, step: z.number() }),
  z.object({ kind: z.literal("erased"), entry }),
  z.object({
    kind: z.literal("guesses"),
    sentence: z.enum(["suggest", "otherwise"]),
    entries: z.array(entry).readonly(),
  }),
  /** The troubles of one message, in the order in which they are best solved. */
  z.object({ kind: z.literal("several"), entries: z.array(entry).readonly() }),
  /** One trouble is solved, and another one waits. */
  z.object({ kind: z.literal("next"), done: entry, entry }),
  /** Another trouble was told while the first one stays. */
  z.object({ kind: z.literal("noted"), entry, later: entry }),
  /** Asked unasked, some hours later: whether the entry helped. */
  z.object({ kind: z.literal("nudge"), entry }),
  z.object({ kind: z.literal("topics"), sentence: z.enum(topicSentences) }),
  z.object({ kind: z.literal("said"), sentence: z.enum(feedbackSentences), entry: entry.optional() }),
  z.object({ kind: z.literal("about") }),
  z.object({ kind: z.literal("sorry"), entry: entry.optional(), isAgain: z.literal(true).optional() }),
  /** Written in a language that is not spoken; `code` if it is known which. */
  z.object({
    kind: z.literal("foreign"),
    code: localeSchema.optional(),
    entries: z.array(entry).readonly(),
  }),
  z.object({ kind: z.literal("kept") }),
  z.object({ kind: z.literal("keeping") }),
  /** A request to the team, as it stands. */
  z.object({ kind: z.literal("request") }),
] as const;

/** Screens of buttons to choose from, and not of steps: a number stands for a button there. */
const toPickFrom: readonly Screen["kind"][] = [
  "person",
  "sorry",
  "case",
  "untried",
  "door",
  "message",
  "guesses",
  "several",
  "next",
  "foreign",
  "topics",
  "about",
];

/** Whether a number that is typed stands for a button, and not for a step. */
export function asksToPick({ screen }: { readonly screen?: Screen | undefined }): boolean {
  return screen !== undefined && toPickFrom.includes(screen.kind);
}

export const screenSchema = z.discriminatedUnion("kind", screens);
export type Screen = Readonly<z.infer<typeof screenSchema>>;
