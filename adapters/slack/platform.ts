import { definePlatform } from "../../src/platform/platform.ts";
import { slackSettings } from "./settings.ts";

export const slack = definePlatform({
  name: "slack",
  title: "Slack",
  requiredSettings: ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
  firstSteps: [
    "open https://api.slack.com/apps, Create New App > From a manifest, and paste adapters/slack/manifest.json",
    "Basic Information > App-Level Tokens > Generate Token and Scopes, with connections:write: SLACK_APP_TOKEN",
    "Install App > Install to Workspace: the Bot User OAuth Token is SLACK_BOT_TOKEN",
  ],
  settings: slackSettings,
  ids: { channel: /^[CG][A-Z0-9]{2,}$/, person: /^[UW][A-Z0-9]{2,}$/ },
  createAdapter: async (settings, options) => {
    const { createSlack } = await import("./index.ts");
    return createSlack({ settings, ...options });
  },
  checkSetup: async (settings, { teamChannel }) => {
    const { checkSlackSetup } = await import("./setup-check.ts");
    return checkSlackSetup(settings, teamChannel);
  },
  async *tryChannel(settings, question) {
    const { trySlackChannel } = await import("./try-channel.ts");
    yield* trySlackChannel(settings, question);
  },
});
