import { parseArgs } from "node:util";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { findParts } from "../bench/find-parts.ts";
import { findSoakPlatform } from "./find-platform.ts";
import { soakInputs } from "./inputs/soak-inputs.ts";
import { prepareKnowledge } from "./knowledge.ts";
import { failuresOf, toProcessesRow, toProcessesTable } from "./processes/report.ts";
import { type ProcessesResult, soakProcesses } from "./processes/soak-processes.ts";
import { writeReport } from "./report.ts";
import { excusesIn, failuresIn, soak, soakColumns, toSoakRow, toSoakTable } from "./soak.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    /** How many inputs are generated. */
    count: { type: "string", default: "20000" },
    /** How often one of several processes is killed. */
    kills: { type: "string", default: "200" },
    write: { type: "boolean", default: false },
  },
});
const { present, missing } = findParts(
  platforms.map(({ name }) => name),
  "soak/<name>/platform.ts",
);
if (missing !== "") console.log(missing);
const [name = ""] = positionals;
const count = z.coerce.number().int().positive();
if (name === "inputs") {
  const { faults } = await soakInputs({ count: count.parse(values.count), seed: count.parse(values.seed) });
  process.exit(faults.length > 0 ? 1 : 0);
}
if (name === "processes") {
  const failures = await soakSeveral();
  process.exit(failures.length > 0 ? 1 : 0);
}
if (!present.includes(name)) {
  const subjects = [...present, "inputs", "processes"];
  console.error(`Say which platform, or what else: npm run soak -- ${subjects.join(", or ")}`);
  process.exit(1);
}

console.log(soakColumns.join(" | "));
const results = await soak(await findSoakPlatform(name), {
  knowledge: await prepareKnowledge(),
  times: count.parse(values.times),
  seed: count.parse(values.seed),
  questions: [10, 30],
  only: (fault) => values.only === undefined || fault.name === values.only,
  onResult: (result) => console.log(toSoakRow(result).join(" | ")),
});
const failures = failuresIn(results);
const notes = [...excusesIn(results), ...failures].map((one) => `- ${one}`).join("\n");
console.log(`\n${toSoakTable(results)}\n\n${notes}`);
if (values.write) writeReport(name, `${toSoakTable(results)}\n\n${notes}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** @returns what should not have been */
async function soakSeveral(): Promise<readonly string[]> {
  const { TEST_DATABASE_URL: server } = process.env;
  if (!server)
    throw new Error(
      "set TEST_DATABASE_URL=postgres://user:password@host/database, whose user may create databases",
    );
  const found: ProcessesResult[] = [];
  const onResult = (result: ProcessesResult) => {
    console.log(toProcessesRow(result).join(" | "));
    for (const failure of failuresOf(result)) console.log(`- ${failure}`);
    found.push(result);
  };
  await soakProcesses({
    ...{ server, onResult },
    seed: count.parse(values.seed),
    kills: count.parse(values.kills),
  });
  const failed = found.flatMap(failuresOf);
  const report = [toProcessesTable(found), failed.map((one) => `- ${one}`).join("\n")].join("\n\n");
  console.log(`\n${report}`);
  if (values.write) writeReport(name, report);
  return failed;
}
