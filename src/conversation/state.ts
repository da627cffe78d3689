import { z } from "zod";
import { locales } from "../answer/locale.ts";

const locale = z.enum(locales);

/** What is remembered of a conversation. Small, and needed only for free words: a button carries its meaning. */
export const stateSchema = z.object({
  locale: locale.optional(),
  /** Who began the conversation. */
  owner: z.string().optional(),
  /** The entry spoken of, and how far the person got with it. */
  entry: z.string().optional(),
  progress: z.enum(["shown", "stuck", "escalated"]).optional(),
  /** Entries of the options last shown, in order, so that a number can be typed for one. */
  shown: z.array(z.string()).readonly().default([]),
  /** What the last question may have meant instead, the likeliest first. */
  others: z.array(z.string()).readonly().default([]),
  /** The kind of the last reply, if it was one that did not help. */
  fallback: z.string().optional(),
});

export type State = Readonly<z.infer<typeof stateSchema>>;

export const newState: State = { shown: [], others: [] };
