import { z } from "zod";
import { localeSchema as locale } from "./locale.ts";

const ofEntry = z.object({
  kind: z.enum(["answered", "not-meant", "solved", "stuck", "drafted", "sent", "nudged"]),
  entry: z.string(),
  locale,
});

/**
 * Why the bot keeps quiet about a message that nobody addressed to it. `link`: it is a link and asks nothing. `statement`: it neither asks nor complains. `other-name`: it
 * names something that is not ours. `no-name`: it names nothing of ours. `not-ours`: it is not surely ours. `unclear`: it is
 * not sure enough what it is about.
 */
export const quietReasons = ["link", "statement", "other-name", "no-name", "not-ours", "unclear"] as const;
export type QuietReason = (typeof quietReasons)[number];

export const factSchema = z.union([
  ofEntry,
  z.object({ kind: z.enum(["asked", "declined", "handed-over"]), locale }),
  z.object({ kind: z.literal("kept-quiet"), because: z.enum(quietReasons), locale }),
  /** A question about an entry that was shown, and the part that answered it: `step:2`; `none` if none did. */
  z.object({ kind: z.literal("asked-back"), entry: z.string(), part: z.string(), locale }),
  z.object({ kind: z.literal("suggested"), entries: z.array(z.string()).readonly(), locale }),
]);

/** Something that happened in a conversation, without anybody's words. */
export type Fact = Readonly<z.infer<typeof factSchema>>;
