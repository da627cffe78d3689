import { webApi } from "@slack/bolt";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { checkToken } from "./check-token.ts";
import type { SlackSettings } from "./settings.ts";
import { openSetupClient, setupClientOptions } from "./setup-client.ts";
import { errorText, isPlatformError, remedyOf, unreachable } from "./setup-errors.ts";

type Client = webApi.WebClient;

/**
 * Checks the token, its scopes, the connection and each channel, without posting anything.
 * @param teamChannel the team's channel, if it is on Slack
 */
export async function checkSlackSetup(
  settings: SlackSettings,
  teamChannel: string | undefined,
): Promise<readonly SetupCheck[]> {
  const client = openSetupClient(settings);
  const { checks, isAccepted } = await checkToken(client);
  if (!isAccepted) return checks;
  const connection = await checkConnection(settings);
  const helpChannels = [...(settings.SLACK_HELP_CHANNELS ?? new Map()).keys()];
  const channels = await Promise.all([
    ...helpChannels.map((channel) => checkChannel(client, channel, "help channel")),
    ...(teamChannel === undefined ? [] : [checkChannel(client, teamChannel, "team channel")]),
  ]);
  return [...checks, ...connection, ...channels];
}

async function checkConnection(settings: SlackSettings): Promise<readonly SetupCheck[]> {
  const { SLACK_APP_TOKEN: token } = settings;
  if (token === undefined) {
    return [
      passed(
        "events come by HTTP: /slack/events must be reachable from the internet as the app's Request URL",
      ),
    ];
  }
  try {
    await new webApi.WebClient(token, setupClientOptions(settings)).apps.connections.open({});
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

/** Reads one message, which works only if the bot is a member. */
async function checkChannel(client: Client, channel: string, what: string): Promise<SetupCheck> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return passed(`the bot is in the ${what} ${channel}`);
  } catch (error) {
    return failed(
      `the ${what} ${channel} can't be used (${errorText(error)})`,
      remedyOf(error, "check the id, and invite the bot"),
    );
  }
}
