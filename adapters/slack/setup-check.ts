import { readFileSync } from "node:fs";
import path from "node:path";
import { webApi } from "@slack/bolt";
import { z } from "zod";
import { type Finding, fault, fine } from "../../src/platform/setup-check.ts";
import type { SlackSettings } from "./settings.ts";

type Client = webApi.WebClient;

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});
const reinstall = "add it under OAuth & Permissions > Scopes of your Slack app, then reinstall the app";

/**
 * Looks at everything Slack has to have in place, without sending anything.
 * @param teamChannel the team's own channel, where one is set for Slack
 */
export async function examineSlack(
  settings: SlackSettings,
  teamChannel: string | undefined,
): Promise<readonly Finding[]> {
  const options = {
    ...(settings.SLACK_API_URL !== undefined && { slackApiUrl: settings.SLACK_API_URL }),
    retryConfig: { retries: 1 },
    logger: quiet,
  };
  const client = new webApi.WebClient(settings.SLACK_BOT_TOKEN, options);
  const [token, ...scopes] = await examineToken(client);
  if (token?.kind !== "fine") return [token ?? fault("SLACK_BOT_TOKEN could not be tried", "try again")];
  const connection = await examineConnection(settings, options);
  const watched = [...(settings.SLACK_HELP_CHANNELS ?? new Map()).keys()];
  const channels = await Promise.all([
    ...watched.map((channel) => examineChannel(client, channel, "help channel")),
    ...(teamChannel === undefined ? [] : [examineChannel(client, teamChannel, "team channel")]),
  ]);
  return [token, ...scopes, ...connection, ...channels];
}

const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
};

async function examineToken(client: Client): Promise<readonly Finding[]> {
  try {
    const { user, team, response_metadata: metadata } = await client.auth.test();
    const missing = wantedScopes().filter((scope) => !metadata?.scopes?.includes(scope));
    return [
      fine(`SLACK_BOT_TOKEN works: ${user} in ${team}`),
      ...(missing.length === 0 ? [fine("all scopes are there")] : []),
      ...missing.map((scope) => fault(`the scope ${scope} is missing`, reinstall)),
    ];
  } catch (error) {
    const cure = "copy the Bot User OAuth Token from OAuth & Permissions; a new install makes a new token";
    return [
      isRefused(error) ? fault(`SLACK_BOT_TOKEN is refused (${saidIn(error)})`, cure) : unreachable(error),
    ];
  }
}

/** The scopes that adapters/slack/manifest.json asks for. */
function wantedScopes(): readonly string[] {
  const file = path.join(import.meta.dirname, "manifest.json");
  return manifestSchema.parse(JSON.parse(readFileSync(file, "utf8"))).oauth_config.scopes.bot;
}

async function examineConnection(
  { SLACK_APP_TOKEN: token }: SlackSettings,
  options: webApi.WebClientOptions,
): Promise<readonly Finding[]> {
  if (token === undefined) {
    return [
      fine("events come by HTTP: /slack/events must be reachable from the internet as the app's Request URL"),
    ];
  }
  try {
    await new webApi.WebClient(token, options).apps.connections.open({});
    return [fine("SLACK_APP_TOKEN works: events come by Socket Mode")];
  } catch (error) {
    const cure =
      "create one under Basic Information > App-Level Tokens with connections:write, and switch Socket Mode on";
    return [
      isRefused(error) ? fault(`SLACK_APP_TOKEN is refused (${saidIn(error)})`, cure) : unreachable(error),
    ];
  }
}

const cures: Readonly<Record<string, string>> = {
  not_in_channel: "invite the bot: /invite @Signpost in that channel",
  channel_not_found:
    "check the id (channel name > View channel details), and invite the bot if it is private",
  is_archived: "unarchive the channel, or take it out of the settings",
  missing_scope: reinstall,
};

/** A bot may read only where it is a member, so that reading one message tells. */
async function examineChannel(client: Client, channel: string, what: string): Promise<Finding> {
  try {
    await client.conversations.history({ channel, limit: 1 });
    return fine(`the bot is in the ${what} ${channel}`);
  } catch (error) {
    const said = saidIn(error);
    return fault(
      `the ${what} ${channel} can't be used (${said})`,
      cures[said] ?? "check the id, and invite the bot",
    );
  }
}

const refusalSchema = z.object({ data: z.object({ error: z.string() }) });

function isRefused(error: unknown): boolean {
  return refusalSchema.safeParse(error).success;
}

function unreachable(error: unknown): Finding {
  return fault(`Slack can't be reached (${saidIn(error)})`, "check the network, a proxy, and SLACK_API_URL");
}

function saidIn(error: unknown): string {
  const refused = refusalSchema.safeParse(error);
  if (refused.success) return refused.data.data.error;
  return error instanceof Error ? error.message : String(error);
}
