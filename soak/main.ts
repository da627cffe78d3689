import { parseArgs } from "node:util";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { findSoakPlatform } from "./find-platform.ts";
import { learn } from "./learned.ts";
import { excusesIn, soak, soakedHead, toRow, toSoakTable, wrongIn } from "./soak.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const names = platforms.map(({ name }) => name);
const usage = `say which platform: npm run soak -- ${names.join(", or ")}`;
const [name] = z.tuple([z.enum(names, usage)]).parse(positionals);
const count = z.coerce.number().int().positive();

console.log(soakedHead.join(" | "));
const all = await soak(await findSoakPlatform(name), {
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
