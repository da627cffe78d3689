import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";

/** What is remembered of one person in one conversation. Needed only for free words: a button carries its meaning. */
export const stateSchema = z.object({
  locale: localeSchema.optional(),
  /** When the last turn was, in milliseconds since 1970. */
  at: z.number().optional(),
  /** The entry spoken of, and how far the person got with it. */
  entry: z.string().optional(),
  progress: z.enum(["shown", "stuck", "escalated"]).optional(),
  /** What the bot asked last that can be answered with yes: whether it worked, whether to go on to the door. */
  asked: z.enum(["worked", "go-on"]).optional(),
  /** The buttons last shown, so that their words or a number can be typed for them. */
  offered: z
    .array(z.object({ label: z.string(), token: z.string() }))
    .readonly()
    .default([]),
  /** What the last question may have meant instead, the likeliest first. */
  others: z.array(z.string()).readonly().default([]),
  /** The entries whose steps did not help, the latest last. */
  tried: z.array(z.string()).readonly().default([]),
  /** The last question, masked; only where it may be handed over to a team. */
  words: z.string().optional(),
  /** The kind of the last reply, if it was one that did not help. */
  fallback: z.string().optional(),
  /** The last question, masked, and the entries shown for it; only where unanswered questions are kept. */
  question: z
    .object({ text: z.string(), entries: z.array(z.string()).readonly() })
    .readonly()
    .optional(),
});

export type State = Readonly<z.infer<typeof stateSchema>>;

export const newState: State = { offered: [], others: [], tried: [] };

/** After this long, in milliseconds, words begin anew: "still not working" is no longer about last week's answer. */
const forgetAfterMs = 12 * 3_600_000;

/** The state as it counts at a later time. */
export function stateAt(state: State, now: number): State {
  if (state.at === undefined || now - state.at < forgetAfterMs) return state;
  return { ...newState, locale: state.locale };
}
