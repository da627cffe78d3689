import { z } from "zod";
import { failed, type SetupCheck } from "../../src/platform/setup-check.ts";

/** The SDK's error for a response that is not ok. */
const platformErrorSchema = z.object({
  data: z.object({
    error: z.string(),
    /** Sent with missing_scope: the scopes, one of which would do. */
    needed: z.string().optional(),
  }),
});

export const reinstall =
  "add it under OAuth & Permissions > Scopes of your Slack app, then reinstall the app";

const restricted = "let the bot post there: channel name > Settings > Permissions, or take another channel";
const remedies: Readonly<Record<string, string>> = {
  not_in_channel: "invite the bot: /invite @Signpost in that channel",
  channel_not_found:
    "check the id (channel name > View channel details), and invite the bot if it is private",
  is_archived: "unarchive the channel, or take it out of the settings",
  missing_scope: reinstall,
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  ratelimited: "wait a minute, and try again",
  user_not_found: "check the id: profile > More > Copy member ID",
  user_disabled: "this account is switched off: name another person",
  cannot_dm_bot: "name a person, not an app",
  messages_tab_disabled: "switch the Messages Tab on, under App Home > Show Tabs of your Slack app",
};

/** What to do about an error of Slack's. */
export function remedyOf(error: unknown, otherwise: string): string {
  const { data: platformError } = platformErrorSchema.safeParse(error);
  return (platformError && remedies[platformError.data.error]) ?? otherwise;
}

export function isPlatformError(error: unknown): boolean {
  return platformErrorSchema.safeParse(error).success;
}

export function unreachable(error: unknown): SetupCheck {
  return failed(
    `Slack can't be reached (${errorText(error)})`,
    "check the network, a proxy, and SLACK_API_URL",
  );
}

/** Slack's error code with the scope that it asks for, or what else went wrong. */
export function errorText(error: unknown): string {
  const { data: platformError } = platformErrorSchema.safeParse(error);
  if (platformError) {
    const { error: code, needed } = platformError.data;
    return needed === undefined ? code : `${code}: ${needed}`;
  }
  return error instanceof Error ? error.message : String(error);
}
