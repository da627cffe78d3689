import type { Acknowledgement, AppDelivery } from "../delivery/delivery.ts";
import type { ResponseOrigin } from "../respond.ts";
import type { WorkspaceUser } from "../state/model.ts";
import type { TriggerIds } from "../trigger-ids.ts";
import type { WorkspaceContext } from "../workspace-context.ts";

/** What people use to act. */
export interface SlackActorServices {
  readonly context: WorkspaceContext;
  readonly triggerIds: TriggerIds;
  /** The app's scopes. Without `commands` it has no slash commands and no shortcuts. */
  readonly scopes: readonly string[];
  readonly deliver: (delivery: AppDelivery) => Promise<Acknowledgement>;
  /** Creates a response_url; returns the whole URL. */
  readonly newResponseUrl: (origin: ResponseOrigin) => string;
}

/** A person who acts. */
export interface SlackActor extends SlackActorServices {
  readonly user: WorkspaceUser;
}

/** Throws unless the app has the scope: reference/scopes/commands */
export function requireCommands({ scopes }: SlackActorServices, name: string): void {
  if (!scopes.includes("commands")) throw new Error(`there is no ${name}: the app lacks the scope commands`);
}

/** The fields that all interactions share: reference/interaction-payloads */
export function commonInteractionFields({ context: { app }, user }: SlackActor) {
  return {
    team: { id: app.teamId, domain: app.teamDomain },
    user: { id: user.id, username: user.name, name: user.name, team_id: app.teamId },
    api_app_id: app.appId,
    token: app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}
