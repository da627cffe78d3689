import { readFileSync } from "node:fs";
import path from "node:path";
import { webApi } from "@slack/bolt";
import { z } from "zod";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { checkAgentView } from "./check-agent-view.ts";
import type { SlackSettings } from "./settings.ts";
import { errorText, isPlatformError, unreachable } from "./setup-errors.ts";

type Client = webApi.WebClient;

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});
const reinstall = "add it under OAuth & Permissions > Scopes of your Slack app, then reinstall the app";

/**
 * Checks the token, its scopes, the connection and each channel, without posting anything.
 * @param teamChannel the team's channel, if it is on Slack
 */
export async function checkSlackSetup(
  settings: SlackSettings,
  teamChannel: string | undefined,
): Promise<readonly SetupCheck[]> {
  const options = {
    ...(settings.SLACK_API_URL !== undefined && { slackApiUrl: settings.SLACK_API_URL }),
    retryConfig: { retries: 1 },
    logger: silentLogger,
  };
  const client = new webApi.WebClient(settings.SLACK_BOT_TOKEN, options);
  const [token, ...scopes] = await checkToken(client);
  if (token?.kind !== "passed") return [token ?? failed("SLACK_BOT_TOKEN could not be tried", "try again")];
  const connection = await checkConnection(settings, options);
  const helpChannels = [...(settings.SLACK_HELP_CHANNELS ?? new Map()).keys()];
  const channels = await Promise.all([
    ...helpChannels.map((channel) => checkChannel(client, channel, "help channel")),
    ...(teamChannel === undefined ? [] : [checkChannel(client, teamChannel, "team channel")]),
  ]);
  return [token, ...scopes, ...connection, ...channels];
}

const silentLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
};

async function checkToken(client: Client): Promise<readonly SetupCheck[]> {
  try {
    const { user, team, response_metadata: metadata } = await client.auth.test();
    const missing = requiredScopes().filter((scope) => !metadata?.scopes?.includes(scope));
    return [
      passed(`SLACK_BOT_TOKEN works: ${user} in ${team}`),
      ...(missing.length === 0 ? [passed("all scopes are there")] : []),
      ...missing.map((scope) => failed(`the scope ${scope} is missing`, reinstall)),
      await checkAgentView(client, metadata?.scopes ?? []),
    ];
  } catch (error) {
    const remedy = "copy the Bot User OAuth Token from OAuth & Permissions; a new install makes a new token";
    return [
      isPlatformError(error)
        ? failed(`SLACK_BOT_TOKEN is refused (${errorText(error)})`, remedy)
        : unreachable(error),
    ];
  }
}

/** The scopes that adapters/slack/manifest.json asks for. */
function requiredScopes(): readonly string[] {
  const file = path.join(import.meta.dirname, "manifest.json");
  return manifestSchema.parse(JSON.parse(readFileSync(file, "utf8"))).oauth_config.scopes.bot;
}

async function checkConnection(
  { SLACK_APP_TOKEN: token }: SlackSettings,
  options: webApi.WebClientOptions,
): Promise<readonly SetupCheck[]> {
  if (token === undefined) {
    return [
      passed(
        "events come by HTTP: /slack/events must be reachable from the internet as the app's Request URL",
      ),
    ];
  }
  try {
    await new webApi.WebClient(token, options).apps.connections.open({});
    return [passed("SLACK_APP_TOKEN works: events come by Socket Mode")];
  } catch (error) {
    const remedy =
      "create one under Basic Information > App-Level Tokens with connections:write, and switch Socket Mode on";
    return [
      isPlatformError(error)
        ? failed(`SLACK_APP_TOKEN is refused (${errorText(error)})`, remedy)
        : unreachable(error),
    ];
  }
}

const remedies: Readonly<Record<string, string>> = {
  not_in_channel: "invite the bot: /invite @Signpost in that channel",
  channel_not_found:
    "check the id (channel name > View channel details), and invite the bot if it is private",
  is_archived: "unarchive the channel, or take it out of the settings",
  missing_scope: reinstall,
};

/** Reads one message, which works only if the bot is a member. */
async function checkChannel(client: Client, channel: string, what: string): Promise<SetupCheck> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return passed(`the bot is in the ${what} ${channel}`);
  } catch (error) {
    const code = errorText(error);
    return failed(
      `the ${what} ${channel} can't be used (${code})`,
      remedies[code] ?? "check the id, and invite the bot",
    );
  }
}
