import type { WorkspaceContext } from "../workspace-context.ts";
import type { Acknowledgement, Delivery } from "../delivery/delivery.ts";
import type { Origin } from "../respond.ts";
import type { User } from "../state/model.ts";
import type { Triggers } from "../trigger-ids.ts";

/** What people act with. */
export interface Street {
  readonly core: WorkspaceContext;
  readonly triggers: Triggers;
  /** The app's scopes: without `commands` it has neither slash commands nor shortcuts. */
  readonly scopes: readonly string[];
  readonly deliver: (delivery: Delivery) => Promise<Acknowledgement>;
  /** A new response_url, whole. */
  readonly newResponseUrl: (origin: Origin) => string;
}

/** Who acts, and with what. */
export interface Actor extends Street {
  readonly user: User;
}

/** reference/scopes/commands */
export function requireCommands({ scopes }: Street, wanted: string): void {
  if (!scopes.includes("commands"))
    throw new Error(`there is no ${wanted}: the app lacks the scope commands`);
}

/** What all interactions have in common: reference/interaction-payloads */
export function interactionBy({ core: { app }, user }: Actor) {
  return {
    team: { id: app.teamId, domain: app.teamDomain },
    user: { id: user.id, username: user.name, name: user.name, team_id: app.teamId },
    api_app_id: app.appId,
    token: app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}
