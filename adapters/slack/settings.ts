import { z } from "zod";
import { helpChannels } from "../../src/platform/help-channels.ts";

const secret = (name: string, prefix: string, hint: string) =>
  z.string(`${name} is missing: ${hint}`).startsWith(prefix, `${name} must begin with ${prefix}: ${hint}`);

const botTokenHint = "copy the Bot User OAuth Token from OAuth & Permissions of your Slack app";
const appTokenHint = "create one under Basic Information > App-Level Tokens with connections:write";
const transportMissing = `SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: for Socket Mode set SLACK_APP_TOKEN (${appTokenHint}), for HTTP set SLACK_SIGNING_SECRET (Basic Information > App Credentials)`;

/** Slack's part of the environment. Events come by Socket Mode if there is an app token, otherwise by HTTP. */
export const slackSettings = {
  prefix: "SLACK_",
  schema: z
    .object({
      SLACK_BOT_TOKEN: secret("SLACK_BOT_TOKEN", "xoxb-", botTokenHint),
      SLACK_APP_TOKEN: secret("SLACK_APP_TOKEN", "xapp-", appTokenHint).exactOptional(),
      SLACK_SIGNING_SECRET: z.string().exactOptional(),
      SLACK_HELP_CHANNELS: helpChannels("SLACK_HELP_CHANNELS", {
        id: /^[CG][A-Z0-9]{2,}$/,
        example: "C0123:all,C0456:questions:vi,C0789:mentions",
      }).exactOptional(),
      SLACK_API_URL: z
        .url("SLACK_API_URL must be a full address")
        .endsWith("/api/", "SLACK_API_URL must end in /api/")
        .exactOptional(),
    })
    .refine(({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) => SLACK_APP_TOKEN ?? SLACK_SIGNING_SECRET, {
      error: transportMissing,
      path: ["SLACK_APP_TOKEN"],
      when: () => true,
    }),
};

export type SlackSettings = z.infer<typeof slackSettings.schema>;
