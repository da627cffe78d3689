import type { webApi } from "@slack/bolt";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import { agentViewScope, hasAgentView } from "./agent-view.ts";
import { errorText, isPlatformError, unreachable } from "./setup-errors.ts";

/** The form of a DM's id; none has it. */
const nowhere = "D0000000000";
/** Codes by which Slack refuses the call wherever it goes: reference/methods/assistant.threads.setSuggestedPrompts */
const refusals = [
  "access_denied",
  "accesslimited",
  "ekm_access_denied",
  "enterprise_is_restricted",
  "method_deprecated",
  "missing_scope",
  "no_permission",
  "not_allowed",
  "not_allowed_token_type",
  "team_access_not_granted",
  "unknown_method",
];

/**
 * Checks the agent view, as far as Slack tells: an app can't read its own manifest, so that the scope stands for it. The
 * call that shows prompts is tried on a DM that does not exist, where it shows nothing.
 * @param scopes those of the bot token
 */
export async function checkAgentView(
  client: webApi.WebClient,
  scopes: readonly string[],
): Promise<SetupCheck> {
  if (!hasAgentView({ scopes })) {
    return passed(
      `no agent view (manifest.json); if the app has one (manifest.agent.json), the scope ${agentViewScope} is missing: reinstall the app`,
    );
  }
  const prompts = [{ title: "Signpost", message: "Signpost" }];
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: nowhere, prompts });
  } catch (error) {
    if (!isPlatformError(error)) return unreachable(error);
    const code = errorText(error);
    if (refusals.includes(code)) {
      return failed(
        `the scope ${agentViewScope} is there, but suggested prompts can't be shown (${code})`,
        "give the app features.agent_view as in adapters/slack/manifest.agent.json and reinstall it, or remove the scope",
      );
    }
  }
  return passed(
    "the agent view works: topics are suggested in direct messages, each thread there is a conversation",
  );
}
