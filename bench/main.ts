import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    questions: { type: "string" },
    seeds: { type: "string", default: "5" },
    quick: { type: "boolean", default: false },
  },
});
const what = z.enum(["matcher", "slack", "discord"]).parse(positionals[0] ?? "matcher");

const written: string[] = [];
await bench();
if (!values.quick) {
  const files = { matcher: "RESULTS.md", slack: "SLACK.md", discord: "DISCORD.md" };
  writeFileSync(path.join(import.meta.dirname, files[what]), `${written.join("\n\n")}\n`);
}

/** Loads only what is measured: the other matchers take up memory. */
async function bench(): Promise<void> {
  switch (what) {
    case "matcher": {
      const { benchMatcher } = await import("./matcher.ts");
      const seeds = z.coerce.number().int().positive().parse(values.seeds);
      return benchMatcher({ questions: values.questions, seeds, isQuick: values.quick }, show);
    }
    case "slack": {
      const { benchPlatform } = await import("./slack/bench.ts");
      return benchPlatform(values.quick, show);
    }
    case "discord": {
      const { benchPlatform } = await import("./discord/bench.ts");
      return benchPlatform(values.quick, show);
    }
  }
}

function show(section: string): void {
  console.log(`${section}\n`);
  written.push(section);
}
