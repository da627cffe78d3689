import { type Clock, realClock } from "../shared/clock.ts";
import type { SlackAppIdentity } from "./workspace-context.ts";

/** The scopes and events in the app's manifest: reference/app-manifest */
export const defaultScopes = [
  "commands",
  "app_mentions:read",
  "chat:write",
  "channels:history",
  "groups:history",
  "im:history",
  "im:write",
];
const defaultEvents = ["app_home_opened", "app_mention", "message.channels", "message.groups", "message.im"];

export interface WorkspaceOptions {
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Default: a free port. Always on loopback. */
  readonly port?: number;
  /** The bot token's scopes. Default: those of the manifest. */
  readonly scopes?: readonly string[];
  /** The app token's scopes. Default: connections:write. */
  readonly appScopes?: readonly string[];
  /** The subscribed events, as named in the manifest. Default: those of the manifest. */
  readonly events?: readonly string[];
  /** Whether the manifest has `features.agent_view`: ai/migrating-to-agent-messaging. Default: no. */
  readonly agentView?: boolean;
  /** How many posts a channel takes at once, before the limit of one per second. Default: 10. Infinity: no limit. */
  readonly burst?: number;
  readonly log?: (line: string) => void;
}

export type WorkspaceSettings = Required<WorkspaceOptions>;

export function withDefaults(options: WorkspaceOptions): WorkspaceSettings {
  return {
    clock: realClock,
    port: 0,
    scopes: defaultScopes,
    appScopes: ["connections:write"],
    events: defaultEvents,
    agentView: false,
    burst: 10,
    log: () => {},
    ...options,
  };
}

/** The app; the same in every workspace. */
export const appIdentity: SlackAppIdentity = {
  teamId: "T0000000001",
  teamDomain: "signpost-test",
  appId: "A0000000001",
  botId: "B0000000001",
  botUserId: "U0000000APP",
  botName: "signpost",
  botToken: "xoxb-1-1-local-workspace",
  appToken: "xapp-1-A0000000001-1-local-workspace",
  signingSecret: "local-signing-secret",
  verificationToken: "local-verification-token",
};
