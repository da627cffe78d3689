import { type Clock, realClock } from "../shared/clock.ts";
import type { AppIdentity } from "./guild-context.ts";
import type { Privileged } from "./gateway/intents.ts";
import { globalRate } from "./limits.ts";
import { ordinary, type Permission } from "./permission-flags.ts";

export interface Options {
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: one that the system chooses. Always on loopback. */
  readonly port?: number;
  /** The privileged intents that the Developer Portal grants. Default: none. */
  readonly privileged?: readonly Privileged[];
  /** What @everyone may do in the server, the app among them. Default: what is usual. */
  readonly permissions?: readonly Permission[];
  /** How many requests of a kind and place are taken at once, each 5 s. Default 5; Infinity for no limit. */
  readonly burst?: number;
  /** How many requests of all kinds are taken in a second. Default 50; Infinity for no limit. */
  readonly perSecond?: number;
  /** How often the app is asked for a heartbeat, in milliseconds of the machine's clock. Default 41,250. */
  readonly heartbeatInterval?: number;
  readonly log?: (line: string) => void;
}

/** Options with everything filled in. */
export type Settings = Required<Options>;

export function withDefaults(options: Options): Settings {
  return {
    clock: realClock,
    port: 0,
    privileged: [],
    permissions: ordinary,
    burst: 5,
    perSecond: globalRate,
    heartbeatInterval: 41_250,
    log: () => {},
    ...options,
  };
}

/** The app and its server, the same in every run. The token is shaped as discord.js reads it: the id comes first. */
export const identity: AppIdentity = {
  applicationId: "900000000000000001",
  botUserId: "900000000000000001",
  botName: "signpost",
  token: `${Buffer.from("900000000000000001").toString("base64url")}.local.guild`,
  guildId: "800000000000000001",
  guildName: "Learners",
  ownerId: "700000000000000001",
  publicKey: "0".repeat(64),
};
