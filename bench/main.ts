import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { platforms } from "../adapters/platforms.ts";
import { findParts } from "./find-parts.ts";
import { findBenchPlatform } from "./find-platform.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: "string" },
    seeds: { type: "string", default: "1" },
    quick: { type: "boolean", default: false },
  },
});
const { present, missing } = findParts(
  platforms.map(({ name }) => name),
  "bench/<name>/bench.ts",
);
if (missing !== "") console.log(missing);
const subjects = ["matcher", "start", "scale", ...present];
const [what = "matcher"] = positionals;
if (!subjects.includes(what)) {
  console.error(`Say what to measure: npm run bench -- ${subjects.join(", or ")}`);
  process.exit(1);
}

const written: string[] = [];
await bench();
if (!values.quick) {
  const file = what === "matcher" ? "RESULTS.md" : `${what.toUpperCase()}.md`;
  writeFileSync(path.join(import.meta.dirname, file), `${written.join("\n\n")}\n`);
}

/** Loads only what is measured: the other matchers take up memory. */
async function bench(): Promise<void> {
  if (what === "start") return (await import("./start.ts")).benchStart(values.quick, show);
  if (what === "scale")
    return (await import("./scale/bench.ts")).benchScale(readServer(), values.quick, show);
  if (what !== "matcher") return (await findBenchPlatform(what))(values.quick, show);
  const { benchMatcher } = await import("./matcher.ts");
  const seeds = z.coerce.number().int().positive().parse(values.seeds);
  return benchMatcher({ questions: values.questions, seeds, isQuick: values.quick }, show);
}

function readServer(): string {
  const { TEST_DATABASE_URL: server } = process.env;
  if (server) return server;
  console.error(
    "Set TEST_DATABASE_URL=postgres://user:password@host/database, whose user may create databases",
  );
  process.exit(1);
}

function show(section: string): void {
  console.log(`${section}\n`);
  written.push(section);
}
