import { parseArgs } from "node:util";
import { locales } from "../answer/locale.ts";
import { checkPack } from "../authoring/check-pack.ts";
import { readConfig } from "../config.ts";
import { formatFault, KnowledgeError } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { run, UsageError } from "./run.ts";

await run(() => {
  const { values } = parseArgs({ options: { strict: { type: "boolean", default: false } } });
  const { KNOWLEDGE_DIR: folder } = readConfig(process.env, {}).core;
  const knowledge = loadKnowledge(folder);
  const { faults, warnings } = checkPack(knowledge, Date.now());
  if (faults.length > 0) throw new KnowledgeError(folder, faults);

  console.log(countsOf(knowledge));
  for (const warning of warnings) console.warn(`warning: ${formatFault(warning)}`);
  if (values.strict && warnings.length > 0) throw new UsageError(`--strict: ${warnings.length} warnings`);
});

function countsOf({ entries }: Knowledge): string {
  const kinds = ["answer", "choice", "elsewhere"] as const;
  const ofKind = kinds.map((kind) => `${entries.filter((entry) => entry.kind === kind).length} ${kind}`);
  const phrases = locales.map((locale) => {
    const counts = entries.map((entry) => entry.text[locale]?.phrases.length ?? 0);
    return `${counts.reduce((sum, count) => sum + count, 0)} ${locale} (at least ${Math.min(...counts)} an entry)`;
  });
  const oldest = entries.flatMap(({ verified }) => verified ?? []).sort()[0] ?? "none";
  return [
    `entries:  ${entries.length} (${ofKind.join(", ")})`,
    `phrases:  ${phrases.join(", ")}`,
    `verified: oldest ${oldest}`,
  ].join("\n");
}
