import { platforms } from "../adapters/platforms.ts";
import { checkSetups } from "../src/app/check-setups.ts";
import { readConfig } from "../src/app/config.ts";
import type { SetupCheck } from "../src/platform/setup-check.ts";
import { run } from "./shared/run-command.ts";

await run(async () => {
  const config = readConfig(process.env, platforms);
  const checks = await checkSetups(config.core, config.platforms);
  for (const { platform, check } of checks) console.log(`${platform.padEnd(8)} ${toLine(check)}`);
  if (checks.some(({ check }) => check.kind === "failed")) process.exitCode = 1;
});

function toLine(check: SetupCheck): string {
  return check.kind === "passed" ? `ok     ${check.what}` : `FAULT  ${check.what}: ${check.remedy}`;
}
