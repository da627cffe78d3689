import { definePlatform } from "../../src/platform/platform.ts";
import { slackSettings } from "./settings.ts";

export const slack = definePlatform({
  name: "slack",
  title: "Slack",
  requiredSettings: ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
  settings: slackSettings,
  createAdapter: async (settings, options) => {
    const { createSlack } = await import("./index.ts");
    return createSlack({ settings, ...options });
  },
  checkSetup: async (settings, { teamChannel }) => {
    const { checkSlackSetup } = await import("./setup-check.ts");
    return checkSlackSetup(settings, teamChannel);
  },
});
