import { platforms } from "../adapters/platforms.ts";
import { factSchema } from "../src/answer/fact.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { openStore } from "../src/app/open-store.ts";
import { factLog } from "../src/insight/record.ts";
import { countFacts } from "../src/insight/report.ts";
import { parseJson } from "../src/lib/parse-json.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "report",
  given: "[--days 30]",
  options: { days: { type: "string", default: "30", value: "NUMBER", means: "how many days to look back" } },
} as const;
const day = 24 * 3_600_000;

export const report: Command = async ({ arguments: given, environment, print }) => {
  const { values } = readArguments(usage, given);
  const days = Number(values.days);
  if (!(days > 0)) throw new UsageError(`--days takes a number above 0: ${callOf(usage)}`);
  const store = await openStore(readCoreConfig(environment, platforms));
  const lines = await store.read(factLog, Date.now() - days * day);
  await store.close();
  print(
    lines.length === 0
      ? `nothing recorded in the last ${days} days`
      : `the last ${days} days: ${lines.length} facts`,
  );
  for (const { what, count } of countFacts(lines.flatMap(({ text }) => parseJson(text, factSchema) ?? []))) {
    print(`${String(count).padStart(6)}  ${what}`);
  }
};

await runIfStarted(import.meta.filename, report);
