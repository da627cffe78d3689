import { parseArgs } from "node:util";
import { z } from "zod";
import { learn } from "./learned.ts";
import {
  excusesIn,
  type Options,
  type Soaked,
  soak,
  soakedHead,
  toRow,
  toSoakTable,
  wrongIn,
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

console.log(soakedHead.join(" | "));
const all = await play({
  learned: await learn(),
  times: count.parse(values.times),
  seed: count.parse(values.seed),
  questions: [10, 30],
  only: (fault) => values.only === undefined || fault.name === values.only,
  show: (soaked) => console.log(toRow(soaked).join(" | ")),
});
const wrong = wrongIn(all);
console.log(`\n${toSoakTable(all)}\n\n${[...excusesIn(all), ...wrong].join("\n")}`);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** What is soaked is loaded alone. */
async function play(options: Options): Promise<readonly Soaked[]> {
  switch (name) {
    case "slack":
      return soak((await import("./slack/platform.ts")).soakPlatform, options);
    case "discord":
      return soak((await import("./discord/platform.ts")).soakPlatform, options);
  }
}
