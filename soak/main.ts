import { parseArgs } from "node:util";
import { z } from "zod";
import { learn } from "./learned.ts";
import { excusesIn, soakedHead, soakSlack, toRow, toSoakTable, wrongIn } from "./soak-slack.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
z.tuple([z.literal("slack", "say which platform: npm run soak -- slack")]).parse(positionals);
const count = z.coerce.number().int().positive();

console.log(soakedHead.join(" | "));
const all = await soakSlack({
  learned: await learn(),
  times: count.parse(values.times),
  seed: count.parse(values.seed),
  questions: [10, 30],
  only: ({ name }) => values.only === undefined || name === values.only,
  show: (soaked) => console.log(toRow(soaked).join(" | ")),
});
const wrong = wrongIn(all);
console.log(`\n${toSoakTable(all)}\n\n${[...excusesIn(all), ...wrong].join("\n")}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
