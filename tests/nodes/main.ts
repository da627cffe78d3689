import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { summarise } from "./summarise.ts";
import { nodeVersions } from "./versions.ts";

/** `npm run test:nodes`: all tests, or those in the files given, under each version of Node.js, and then a line for each. */
const folder = mkdtempSync(path.join(tmpdir(), "signpost-nodes-"));
const results = nodeVersions.map((version) => {
  console.log(`\nNode.js ${version}`);
  const file = path.join(folder, `${version}.json`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];
  const { status } = spawnSync(
    "npx",
    [
      "--yes",
      `--package=node@${version}`,
      "node",
      ...vitest,
      `--outputFile.json=${file}`,
      ...process.argv.slice(2),
    ],
    { stdio: "inherit" },
  );
  return summarise(version, status, existsSync(file) ? readFileSync(file, "utf8") : undefined);
});
rmSync(folder, { recursive: true });

console.log(`\n${results.map(({ line }) => line).join("\n")}`);
if (results.some(({ isPassed }) => !isPassed)) process.exitCode = 1;
