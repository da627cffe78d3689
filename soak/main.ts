import { parseArgs } from "node:util";
import { z } from "zod";
import { prepareKnowledge } from "./knowledge.ts";
import {
  excusesIn,
  failuresIn,
  type SoakOptions,
  type SoakResult,
  soak,
  soakColumns,
  toSoakRow,
  toSoakTable,
} from "./soak.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const [name] = z
  .tuple([z.enum(["slack", "discord"], "say which platform: npm run soak -- slack, or discord")])
  .parse(positionals);
const count = z.coerce.number().int().positive();

console.log(soakColumns.join(" | "));
const results = await run({
  knowledge: await prepareKnowledge(),
  times: count.parse(values.times),
  seed: count.parse(values.seed),
  questions: [10, 30],
  only: (fault) => values.only === undefined || fault.name === values.only,
  onResult: (result) => console.log(toSoakRow(result).join(" | ")),
});
const failures = failuresIn(results);
console.log(`\n${toSoakTable(results)}\n\n${[...excusesIn(results), ...failures].join("\n")}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Loads only the platform that is soaked. */
async function run(options: SoakOptions): Promise<readonly SoakResult[]> {
  switch (name) {
    case "slack":
      return soak((await import("./slack/platform.ts")).soakPlatform, options);
    case "discord":
      return soak((await import("./discord/platform.ts")).soakPlatform, options);
  }
}
