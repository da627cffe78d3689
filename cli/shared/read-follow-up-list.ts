import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { localeSchema } from "../../src/answer/locale.ts";
import type { FollowUp } from "../../src/evaluation/follow-ups.ts";
import { StartError } from "../../src/lib/start-error.ts";

const followUpSchema = z.object({
  id: z.string(),
  locale: localeSchema,
  after: z.string(),
  progress: z.enum(["shown", "stuck"]),
  text: z.string(),
  expects: z.array(z.string()).min(1),
  kind: z.string(),
});

/**
 * Reads labelled follow-ups, one in a line.
 * @throws StartError with the usage, if there is no such file or a line is none
 */
export function readFollowUpList(file: string, usage: string): readonly FollowUp[] {
  if (!existsSync(file)) throw new StartError(`no such file: ${file}`);
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [followUpSchema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new StartError(`${file}:${index + 1} is no follow-up: ${usage}`, { cause });
    }
  });
}
