import { platforms } from "../adapters/platforms.ts";
import { checkSetups } from "../src/app/check-setups.ts";
import { readConfig } from "../src/app/config.ts";
import type { SetupCheck } from "../src/platform/setup-check.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

export const doctor: Command = async ({ arguments: given, environment, print, fail }) => {
  readArguments({ command: "doctor" }, given);
  const config = readConfig(environment, platforms);
  const checks = await checkSetups(config.core, config.platforms);
  for (const { platform, check } of checks) print(`${platform.padEnd(8)} ${toLine(check)}`);
  if (checks.some(({ check }) => check.kind === "failed")) fail();
};

await runIfStarted(import.meta.filename, doctor);

function toLine(check: SetupCheck): string {
  return check.kind === "passed" ? `ok     ${check.what}` : `FAULT  ${check.what}: ${check.remedy}`;
}
