import { discordSettings } from "../adapters/discord/settings.ts";
import { checkDiscordSetup } from "../adapters/discord/setup-check.ts";
import { slackSettings } from "../adapters/slack/settings.ts";
import { checkSlackSetup } from "../adapters/slack/setup-check.ts";
import { ConfigError, readConfig } from "../src/app/config.ts";
import type { SetupCheck } from "../src/platform/setup-check.ts";
import { run } from "./shared/run-command.ts";

await run(async () => {
  const { core, platforms } = readConfig(process.env, { slack: slackSettings, discord: discordSettings });
  const { slack, discord } = platforms;
  if (!slack && !discord) throw new ConfigError(["no platform is set: there is nothing to examine"]);

  const [teamPlatform, teamChannel] = core.TEAM_CHANNEL?.split(":") ?? [];
  const examined = await Promise.all([
    ...(slack
      ? [examine("slack", checkSlackSetup(slack, teamPlatform === "slack" ? teamChannel : undefined))]
      : []),
    ...(discord
      ? [examine("discord", checkDiscordSetup(discord, teamPlatform === "discord" ? teamChannel : undefined))]
      : []),
  ]);
  for (const { platform, findings } of examined) {
    for (const finding of findings) console.log(`${platform.padEnd(8)} ${toLine(finding)}`);
  }
  const isFaulty = examined.some(({ findings }) => findings.some(({ kind }) => kind === "fault"));
  if (isFaulty) process.exitCode = 1;
});

async function examine(platform: string, findings: Promise<readonly SetupCheck[]>) {
  return { platform, findings: await findings };
}

function toLine(finding: SetupCheck): string {
  return finding.kind === "fine" ? `ok     ${finding.what}` : `FAULT  ${finding.what}: ${finding.remedy}`;
}
