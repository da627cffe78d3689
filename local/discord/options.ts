import { type Clock, realClock } from "../shared/clock.ts";
import type { PrivilegedIntent } from "./gateway/intents.ts";
import type { DiscordAppIdentity } from "./guild-context.ts";
import { identifies, requestsPerSecond } from "./limits.ts";
import { defaultPermissions, type Permission } from "./permission-flags.ts";

export interface GuildOptions {
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Default: a free port. Always on loopback. */
  readonly port?: number;
  /** The privileged intents that the Developer Portal grants. Default: none. */
  readonly privileged?: readonly PrivilegedIntent[];
  /** The permissions of @everyone, and so of the app. Default: `defaultPermissions`. */
  readonly permissions?: readonly Permission[];
  /** Requests per bucket (route and major parameters) in 5 s. Default: 5. Infinity: no limit. */
  readonly burst?: number;
  /** Requests per second overall. Default: 50. Infinity: no limit. */
  readonly perSecond?: number;
  /** The number of shards that `GET /gateway/bot` recommends. Default: 1. */
  readonly recommendedShards?: number;
  /** With fewer shards, an identification is refused with 4011. Default: 1. */
  readonly minShards?: number;
  /** Sessions that may be started in a day. Default: 1,000. */
  readonly sessionStarts?: number;
  /** Sessions that may be started at once, each with another remainder of the shard by it. Default: 1. */
  readonly maxConcurrency?: number;
  /** How long after a start the next one is refused, by the machine's clock. Default: 5,000. 0: no limit. */
  readonly identifyWindowMs?: number;
  /** The app's heartbeat interval, by the machine's clock. Default: 41,250. */
  readonly heartbeatIntervalMs?: number;
  readonly log?: (line: string) => void;
}

export type GuildSettings = Required<GuildOptions>;

export function withDefaults(options: GuildOptions): GuildSettings {
  return {
    clock: realClock,
    port: 0,
    privileged: [],
    permissions: defaultPermissions,
    burst: 5,
    perSecond: requestsPerSecond,
    recommendedShards: 1,
    minShards: 1,
    sessionStarts: identifies.count,
    maxConcurrency: 1,
    identifyWindowMs: identifies.rateWindowMs,
    heartbeatIntervalMs: 41_250,
    log: () => {},
    ...options,
  };
}

/** The app and its guild; the same in every run. The token starts with the app's id, since discord.js reads it there. */
export const appIdentity: DiscordAppIdentity = {
  applicationId: "900000000000000001",
  botUserId: "900000000000000001",
  botName: "signpost",
  token: `${Buffer.from("900000000000000001").toString("base64url")}.local.guild`,
  guildId: "800000000000000001",
  guildName: "Learners",
  ownerId: "700000000000000001",
  publicKey: "0".repeat(64),
};
