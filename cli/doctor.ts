import { randomUUID } from "node:crypto";
import { platforms } from "../adapters/platforms.ts";
import { checkSetups } from "../src/app/check-setups.ts";
import { readConfig } from "../src/app/config.ts";
import { nextSteps } from "../src/app/next-steps.ts";
import { tryChannel } from "../src/app/try-channel.ts";
import type { SetupCheck } from "../src/platform/setup-check.ts";
import { readChannel, readPerson } from "./shared/read-place.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

const form = {
  command: "doctor",
  given: "[--try CHANNEL [--to PERSON]]",
  options: {
    try: {
      type: "string",
      value: "CHANNEL",
      means: "post, edit and delete a message there: slack:C0123, discord:123",
    },
    to: { type: "string", value: "PERSON", means: "with --try: send this person a direct message" },
  },
} as const;

export const doctor: Command = async ({ arguments: args, environment, print, printError, fail }) => {
  const { try: channel, to } = readArguments(form, args).values;
  if (channel === undefined && to !== undefined) throw new UsageError("--to needs --try");
  const place = channel === undefined ? undefined : readChannel(channel, platforms);
  const person = place && to !== undefined ? readPerson(to, place) : undefined;

  const config = readConfig(environment, platforms);
  const report = (platform: string, check: SetupCheck) => {
    print(`${platform.padEnd(8)} ${toLine(check)}`);
    if (check.kind === "failed") fail();
  };
  if (place) {
    const { name, title } = place.platform;
    const configured = config.platforms.find((one) => one.name === name);
    if (!configured) {
      printError(`${title} is not set, so that nothing can be tried there. What to do next:\n`);
      printError(nextSteps([place.platform]));
      return fail();
    }
    const question = { channel: place.id, person, key: `doctor/${randomUUID()}` };
    for await (const check of tryChannel(config.core, configured, question)) report(name, check);
    return;
  }
  if (config.platforms.length === 0) {
    printError("no platform is set. What to do next, for the one you want:\n");
    printError(nextSteps(platforms));
    return fail();
  }
  const checks = await checkSetups(config.core, config.platforms);
  for (const { platform, check } of checks) report(platform, check);
};

await runIfStarted(import.meta.filename, doctor);

function toLine(check: SetupCheck): string {
  return check.kind === "passed" ? `ok     ${check.what}` : `FAULT  ${check.what}: ${check.remedy}`;
}
