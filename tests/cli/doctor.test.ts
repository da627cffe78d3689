import { describe, expect, it } from "vitest";
import { doctor } from "../../cli/doctor.ts";
import { runHere } from "./command.ts";

const run = (given: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runHere(doctor, { arguments: given, environment });

describe("npm run doctor, before anything is set", () => {
  it("says which page to open for each platform, and which file to fill in", async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatchInlineSnapshot(`
      "no platform is set. What to do next, for the one you want:

      Slack:
        1. open https://api.slack.com/apps, Create New App > From a manifest, and paste adapters/slack/manifest.json
        2. Basic Information > App-Level Tokens > Generate Token and Scopes, with connections:write: SLACK_APP_TOKEN
        3. Install App > Install to Workspace: the Bot User OAuth Token is SLACK_BOT_TOKEN

      Discord:
        1. open https://discord.com/developers/applications, and choose New Application
        2. Bot > Reset Token: DISCORD_TOKEN
        3. Installation > Guild Install: the scopes bot and applications.commands; then open the Install Link and choose your server

      Put what you copied into .env (a copy of .env.example), and run \`npx signpost doctor\` again. docs/first-hour.md shows every step.
      "
    `);
  });

  it("with a channel to try says it for that channel's platform alone", async () => {
    const { code, stderr } = await run(["--try", "slack:C0123"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Slack is not set, so that nothing can be tried there.");
    expect(stderr).toContain("https://api.slack.com/apps");
    expect(stderr).not.toContain("discord.com");
  });

  it("knows the platform of a bare id", async () => {
    expect((await run(["--try", "C0123"])).stderr).toMatch(/^Slack is not set/);
    expect((await run(["--try", "123456789012345678"])).stderr).toMatch(/^Discord is not set/);
  });

  it.each([["#help"], ["teams:C0123"], ["slack:123"], ["discord:C0123"], [""]])(
    "takes %j for no channel",
    async (channel) => {
      const { code, stderr } = await run(["--try", channel]);
      expect(stderr).toMatch(
        `--try: "${channel}" is no channel: give its id, as in slack:C0123 or discord:123`,
      );
      expect(code).toBe(2);
    },
  );

  it("takes nobody of another platform", async () => {
    expect((await run(["--try", "slack:C0123", "--to", "discord:123"])).stderr).toMatch(
      /^--to: "discord:123" is nobody on Slack: give/,
    );
    expect((await run(["--try", "123", "--to", "U0123"])).stderr).toMatch(/is nobody on Discord/);
  });

  it("says how it is used", async () => {
    expect((await run(["--to", "U0123"])).stderr).toMatch(/^--to needs --try: npx signpost doctor/);
    expect((await run(["--tri", "C0123"])).code).toBe(2);
  });
});
