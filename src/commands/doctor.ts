import { discordSettings } from "../../adapters/discord/settings.ts";
import { examineSlack } from "../../adapters/slack/examine.ts";
import { slackSettings } from "../../adapters/slack/settings.ts";
import { ConfigError, readConfig } from "../config.ts";
import type { Finding } from "../finding.ts";
import { run } from "./run.ts";

await run(async () => {
  const { core, platforms } = readConfig(process.env, { slack: slackSettings, discord: discordSettings });
  const { slack, discord } = platforms;
  if (!slack && !discord) throw new ConfigError(["no platform is set: there is nothing to examine"]);

  const [teamPlatform, teamChannel] = core.TEAM_CHANNEL?.split(":") ?? [];
  const findings = slack ? await examineSlack(slack, teamPlatform === "slack" ? teamChannel : undefined) : [];
  for (const finding of findings) console.log(`slack    ${toLine(finding)}`);
  if (discord) console.log("discord  is set; its settings are not examined yet");
  if (findings.some(({ kind }) => kind === "fault")) process.exitCode = 1;
});

function toLine(finding: Finding): string {
  return finding.kind === "fine" ? `ok     ${finding.what}` : `FAULT  ${finding.what}: ${finding.cure}`;
}
