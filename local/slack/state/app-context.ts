import type { WorkspaceContext } from "../workspace-context.ts";

/** What a person is looking at, as events tell it: reference/events/app_context_changed. Empty if it is nothing. */
export function appContextOf({ state, app }: WorkspaceContext, user: string): object {
  const channel = state.data.lookedAt[user];
  if (channel === undefined) return {};
  return { entities: [{ type: "slack#/types/channel_id", value: channel, team_id: app.teamId }] };
}
