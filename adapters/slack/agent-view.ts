/** How the app is installed. */
export interface Installation {
  /** The workspace, or the organisation where the app is installed for all of its workspaces. */
  readonly team: string;
  /** The bot token's scopes. */
  readonly scopes: readonly string[];
}

/** The scope that comes with the agent view (manifest.agent.json), and that nothing else here needs. */
export const agentViewScope = "assistant:write";

/**
 * Whether the app has Slack's agent view. No method tells it, but its scope does, which is there once the app was
 * installed with it: ai/developing-agents.
 */
export function hasAgentView({ scopes }: Pick<Installation, "scopes">): boolean {
  return scopes.includes(agentViewScope);
}
