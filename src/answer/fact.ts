import { z } from "zod";
import { localeSchema as locale } from "./locale.ts";

const ofEntry = z.object({
  kind: z.enum(["answered", "not-meant", "solved", "stuck", "drafted", "sent"]),
  entry: z.string(),
  locale,
});

export const factSchema = z.union([
  ofEntry,
  z.object({ kind: z.enum(["asked", "declined", "handed-over"]), locale }),
  z.object({ kind: z.literal("suggested"), entries: z.array(z.string()).readonly(), locale }),
]);

/** Something that happened in a conversation, without anybody's words. */
export type Fact = Readonly<z.infer<typeof factSchema>>;
