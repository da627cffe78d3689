import { type Clock, realClock } from "../shared/clock.ts";
import type { AppIdentity } from "./workspace-context.ts";

/** What the manifest asks for: reference/app-manifest */
const defaultScopes = [
  "commands",
  "app_mentions:read",
  "chat:write",
  "channels:history",
  "groups:history",
  "im:history",
  "im:write",
];
const defaultEvents = ["app_home_opened", "app_mention", "message.channels", "message.groups", "message.im"];

export interface Options {
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: one that the system chooses. Always on loopback. */
  readonly port?: number;
  /** The bot token's scopes. Default: those the manifest asks for. */
  readonly scopes?: readonly string[];
  /** The app token's scopes. Default: connections:write. */
  readonly appScopes?: readonly string[];
  /** The events subscribed to, as the manifest names them. Default: all that the app uses. */
  readonly events?: readonly string[];
  /** How many posts a channel takes at once before one a second is the limit. Default 10; Infinity for no limit. */
  readonly burst?: number;
  readonly log?: (line: string) => void;
}

/** Options with everything filled in. */
export type Settings = Required<Options>;

export function withDefaults(options: Options): Settings {
  return {
    clock: realClock,
    port: 0,
    scopes: defaultScopes,
    appScopes: ["connections:write"],
    events: defaultEvents,
    burst: 10,
    log: () => {},
    ...options,
  };
}

/** The app, the same in every workspace. */
export const identity: AppIdentity = {
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
