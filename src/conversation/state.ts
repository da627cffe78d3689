import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";
import { screenSchema } from "./screen.ts";

/**
 * The state of one person in one conversation. Only free text needs it: a button's token has its whole
 * meaning.
 */
export const stateSchema = z.object({
  locale: localeSchema.optional(),
  /** The time of the last turn, in milliseconds since 1970. */
  at: z.number().optional(),
  /** The current entry, and how far the person got with it. */
  entry: z.string().optional(),
  progress: z.enum(["shown", "stuck", "escalated"]).optional(),
  /**
   * The bot's last question that can be answered with yes: did it work, go on to the escalation, forget what is kept of
   * the person, or go on to the next trouble.
   */
  asked: z.enum(["worked", "go-on", "forget", "next"]).optional(),
  /** The buttons shown last, so that their labels or numbers can be typed. */
  offered: z
    .array(z.object({ label: z.string(), token: z.string() }))
    .readonly()
    .default([]),
  /** Other candidates of the last question, the likeliest first. */
  others: z.array(z.string()).readonly().default([]),
  /** The entries whose steps did not help, the latest last. */
  tried: z.array(z.string()).readonly().default([]),
  /** What the person told of themselves by the way: options by ask id, such as the kind of user. */
  told: z.record(z.string(), z.string()).readonly().default({}),
  /** Other troubles that the person told, which wait until this one is solved: entries, the next one first. */
  waiting: z.array(z.string()).readonly().default([]),
  /** Whether the bot has said sorry to somebody angry, since they last got an answer. */
  wasSorry: z.boolean().optional(),
  /** What was shown last; absent if it can't be shown again. */
  screen: screenSchema.optional().catch(undefined),
  /** The last question, masked; only if there is a team to hand it over to, or an answer to share. */
  words: z.string().optional(),
  /** Words that the bot took for its own while the team has a question of the person, masked, the latest last. */
  forwardable: z
    .array(z.object({ id: z.string(), text: z.string() }))
    .readonly()
    .default([]),
  /** Whether the person's messages here disturb nobody else: see platform/incoming.ts. */
  isOwnPlace: z.boolean().optional(),
  /** When the bot last asked unasked whether its answer helped, in milliseconds since 1970. */
  nudgedAt: z.number().optional(),
  /** The `fallback` of the last reply. */
  fallback: z.string().optional(),
  /** The last question, masked, and the entries shown for it; only if unanswered questions are kept. */
  question: z
    .object({ text: z.string(), entries: z.array(z.string()).readonly() })
    .readonly()
    .optional(),
});

export type State = Readonly<z.infer<typeof stateSchema>>;

export const newState: State = { offered: [], others: [], tried: [], told: {}, waiting: [], forwardable: [] };

/** After 12 hours free text starts over: "still not working" is no longer about last week's answer. */
const forgetAfterMs = 12 * 3_600_000;

/** The state at a later time: after `forgetAfterMs` only the language is left. */
export function stateAt(state: State, now: number): State {
  if (state.at === undefined || now - state.at < forgetAfterMs) return state;
  return { ...newState, locale: state.locale };
}
