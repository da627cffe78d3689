import { readFileSync } from "node:fs";
import path from "node:path";
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { checkAgentView } from "./check-agent-view.ts";
import { errorText, isPlatformError, reinstall, unreachable } from "./setup-errors.ts";

const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

interface TokenCheck {
  readonly checks: readonly SetupCheck[];
  /** Whether Slack takes the token, so that more can be checked with it. */
  readonly isAccepted: boolean;
  readonly scopes: readonly string[];
}

/** Checks the bot token, its scopes, and whether the app has the agent view. */
export async function checkToken(client: webApi.WebClient): Promise<TokenCheck> {
  try {
    const { user, team, response_metadata: metadata } = await client.auth.test();
    const scopes = metadata?.scopes ?? [];
    const missing = requiredScopes().filter((scope) => !scopes.includes(scope));
    const checks = [
      passed(`SLACK_BOT_TOKEN works: ${user} in ${team}`),
      ...(missing.length === 0 ? [passed("all scopes are there")] : []),
      ...missing.map((scope) => failed(`the scope ${scope} is missing`, reinstall)),
      await checkAgentView(client, scopes),
    ];
    return { checks, isAccepted: true, scopes };
  } catch (error) {
    const remedy = "copy the Bot User OAuth Token from OAuth & Permissions; a new install makes a new token";
    const check = isPlatformError(error)
      ? failed(`SLACK_BOT_TOKEN is refused (${errorText(error)})`, remedy)
      : unreachable(error);
    return { checks: [check], isAccepted: false, scopes: [] };
  }
}

/** The scopes that adapters/slack/manifest.json asks for. */
function requiredScopes(): readonly string[] {
  const file = path.join(import.meta.dirname, "manifest.json");
  return manifestSchema.parse(JSON.parse(readFileSync(file, "utf8"))).oauth_config.scopes.bot;
}
