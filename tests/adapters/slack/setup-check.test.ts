import { describe, expect, it, onTestFinished } from "vitest";
import { slackSettings } from "../../../adapters/slack/settings.ts";
import { checkSlackSetup } from "../../../adapters/slack/setup-check.ts";
import { doctor } from "../../../cli/doctor.ts";
import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import type { SetupCheck } from "../../../src/platform/setup-check.ts";
import { runHere, runProgram } from "../../cli/command.ts";

const allScopes = [
  "app_mentions:read",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "im:write",
];

async function open(options: WorkspaceOptions = {}) {
  const workspace = await startWorkspace(options);
  onTestFinished(() => workspace.close());
  return workspace;
}

function settingsOf({ botToken, appToken, apiUrl }: Workspace): Readonly<Record<string, string>> {
  return { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
}

async function examine(workspace: Workspace, others: Readonly<Record<string, string>> = {}, team?: string) {
  const settings = slackSettings.schema.parse({ ...settingsOf(workspace), ...others });
  return (await checkSlackSetup(settings, team)).map(toLine);
}

function toLine(finding: SetupCheck): string {
  return finding.kind === "passed" ? finding.what : `${finding.what}: ${finding.remedy}`;
}

const tokenWorks = "SLACK_BOT_TOKEN works: signpost in signpost-test";
const scopesFine = "all scopes are there";
const noAgentView =
  "no agent view (manifest.json); if the app has one (manifest.agent.json), the scope assistant:write is missing: reinstall the app";
const socketWorks = "SLACK_APP_TOKEN works: events come by Socket Mode";

describe("examining Slack", () => {
  it("finds nothing wrong where all is well", async () => {
    const workspace = await open();
    const [help, team] = [workspace.channel("help"), workspace.channel("team", { isPrivate: true })];
    expect(await examine(workspace, { SLACK_HELP_CHANNELS: help }, team)).toEqual([
      tokenWorks,
      scopesFine,
      noAgentView,
      socketWorks,
      `the bot is in the help channel ${help}`,
      `the bot is in the team channel ${team}`,
    ]);
  });

  it("sends nothing", async () => {
    const workspace = await open();
    const help = workspace.channel("help");
    await examine(workspace, { SLACK_HELP_CHANNELS: help }, help);
    expect(workspace.data.messages[help] ?? []).toEqual([]);
  });

  it("of a token that was revoked says so alone", async () => {
    const workspace = await open();
    expect(await examine(workspace, { SLACK_BOT_TOKEN: "xoxb-revoked" })).toEqual([
      "SLACK_BOT_TOKEN is refused (invalid_auth): copy the Bot User OAuth Token from OAuth & Permissions; a new install makes a new token",
    ]);
  });

  it.each(allScopes)("names the scope %s where it is missing", async (scope) => {
    const workspace = await open({ scopes: allScopes.filter((other) => other !== scope) });
    expect(await examine(workspace)).toEqual([
      tokenWorks,
      `the scope ${scope} is missing: add it under OAuth & Permissions > Scopes of your Slack app, then reinstall the app`,
      noAgentView,
      socketWorks,
    ]);
  });

  it.each([
    [
      "works",
      { agentView: true },
      "the agent view works: topics are suggested in direct messages, each thread there is a conversation",
    ],
    [
      "is missing though its scope is there",
      { agentView: false },
      "the scope assistant:write is there, but suggested prompts can't be shown (access_denied): give the app features.agent_view as in adapters/slack/manifest.agent.json and reinstall it, or remove the scope",
    ],
  ])("says that the agent view %s, and shows no prompts", async (_, options, line) => {
    const workspace = await open({ ...options, scopes: [...allScopes, "assistant:write"] });
    expect((await examine(workspace))[2]).toBe(line);
    expect(workspace.data.prompts).toEqual({});
  });

  it("does not blame the app where Slack can't be reached for its agent view", async () => {
    const workspace = await open({ agentView: true, scopes: [...allScopes, "assistant:write"] });
    workspace.faults.always({ method: "assistant.threads.setSuggestedPrompts", kind: "serverError" });
    expect((await examine(workspace))[2]).toMatch(/^Slack can't be reached/);
  });

  it.each([
    ["not the app's", { SLACK_APP_TOKEN: "xapp-other" }, {}, "invalid_auth"],
    ["without connections:write", {}, { appScopes: [] }, "missing_scope: connections:write"],
  ])("says what an app token needs that is %s", async (_, others, options, error) => {
    const [, , , connection] = await examine(await open(options), others);
    expect(connection).toBe(
      `SLACK_APP_TOKEN is refused (${error}): create one under Basic Information > App-Level Tokens with connections:write, and switch Socket Mode on`,
    );
  });

  it("says where events go without an app token", async () => {
    const { botToken, apiUrl, signingSecret } = await open();
    const settings = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: apiUrl,
      SLACK_SIGNING_SECRET: signingSecret,
    };
    const [, , , connection] = await checkSlackSetup(slackSettings.schema.parse(settings), undefined);
    expect(connection).toMatchObject({ kind: "passed", what: expect.stringContaining("/slack/events") });
  });

  it("tells what is wrong with each channel", async () => {
    const workspace = await open();
    const outside = workspace.channel("outside", { hasApp: false });
    const hidden = workspace.channel("hidden", { hasApp: false, isPrivate: true });
    const inside = workspace.channel("inside");
    const found = await examine(
      workspace,
      { SLACK_HELP_CHANNELS: `${outside},${hidden},${inside}` },
      "C0UNKNOWN",
    );
    const check = "check the id (channel name > View channel details), and invite the bot if it is private";
    expect(found.slice(4)).toEqual([
      `the help channel ${outside} can't be used (not_in_channel): invite the bot: /invite @Signpost in that channel`,
      `the help channel ${hidden} can't be used (channel_not_found): ${check}`,
      `the bot is in the help channel ${inside}`,
      `the team channel C0UNKNOWN can't be used (channel_not_found): ${check}`,
    ]);
  });

  it("of an app that was switched off says so", async () => {
    const workspace = await open();
    workspace.faults.next({ method: "auth.test", kind: "refused", error: "account_inactive" });
    expect((await examine(workspace))[0]).toContain("SLACK_BOT_TOKEN is refused (account_inactive)");
  });

  it("of a Slack that can't be reached does not blame the token", async () => {
    const workspace = await open();
    const [found, ...others] = await examine(workspace, { SLACK_API_URL: "http://127.0.0.1:9/api/" });
    expect(found).toMatch(/^Slack can't be reached \(.+\): check the network, a proxy, and SLACK_API_URL$/);
    expect(others).toEqual([]);
  });
});

describe("npm run doctor", () => {
  const run = (environment: Readonly<Record<string, string>>) => runHere(doctor, { environment });

  it("prints a line for each thing it looked at and ends well", async () => {
    const workspace = await open();
    const { code, stdout } = await runProgram("doctor", { environment: settingsOf(workspace) });
    expect(stdout.trim().split("\n")).toEqual(
      [tokenWorks, scopesFine, noAgentView, socketWorks].map((line) => `slack    ok     ${line}`),
    );
    expect(code).toBe(0);
  });

  it("ends with 1 where something is wrong, and says so with its cure", async () => {
    const workspace = await open();
    const team = { TEAM_CHANNEL: "slack:C0UNKNOWN" };
    const { code, stdout } = await runProgram("doctor", {
      environment: { ...settingsOf(workspace), ...team },
    });
    expect(stdout).toMatch(/slack {4}FAULT {2}the team channel C0UNKNOWN can't be used .*: check the id/);
    expect(code).toBe(1);
  });

  it("leaves a team channel on another platform to that", async () => {
    const workspace = await open();
    const { code, stdout } = await run({ ...settingsOf(workspace), TEAM_CHANNEL: "discord:1" });
    expect(stdout).not.toContain("team channel");
    expect(code).toBe(0);
  });

  it("examines Discord where it alone is set, and exits with 1 where that has a fault", async () => {
    const { code, stdout } = await run({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: "http://127.0.0.1:9/api" });
    expect(stdout).toMatch(/^discord/);
    expect(stdout).not.toContain("slack");
    expect(code).toBe(1);
  });

  it("says that there is nothing to check where no platform is set", async () => {
    const { code, stdout, stderr } = await run({});
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("no platform is set");
  });

  it("names every setting that can't be used", async () => {
    const { code, stderr } = await run({ SLACK_BOT_TOKEN: "xoxp-1", SLACK_HELP_CHANNELS: "general" });
    expect(stderr).toContain("SLACK_BOT_TOKEN must begin with xoxb-");
    expect(stderr).toContain('"general" is no channel id');
    expect(stderr).toContain("SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing");
    expect(code).toBe(1);
  });
});
