import { below, type Random } from "../../bench/random.ts";
import type { RestFault } from "../../local/discord/faults.ts";
import { pause, roundDurationMs } from "../pause.ts";
import type { DiscordFault } from "./fault.ts";
import { processFaults } from "./process-faults.ts";
import { callback, history, message, pick } from "./requests.ts";
import type { DiscordRound } from "./round-context.ts";
import { ways } from "./ways.ts";

const secondaryRequests = [
  "GET /webhooks/{application}/{token}/messages/{message}",
  "PATCH /webhooks/{application}/{token}/messages/{message}",
  "POST /webhooks/{application}/{token}",
  "POST /users/@me/channels",
  "POST /channels/{channel}/messages/{message}/threads",
  "GET /channels/{channel}",
  "GET /channels/{channel}/messages/{message}",
];

type CreateFault = (on: string, random: Random) => RestFault;

/** More than discord.js retries. */
const repeatsPastRetries = 5;

/** One fault for every two questions: mostly in requests that answer, some of them repeated past the retries. */
function injectRandomly(createFault: CreateFault) {
  return async ({ guild, random }: DiscordRound, questions: number): Promise<void> => {
    for (let count = 0; count < questions / 2; count++) {
      const requests = random() < 0.8 ? [callback, message] : secondaryRequests;
      const on = requests[below(requests.length, random)] ?? message;
      const times = random() < 0.2 ? repeatsPastRetries : 1;
      for (let time = 0; time < times; time++) guild.faults.next(createFault(on, random));
      await pause(random, (2 * roundDurationMs) / questions);
    }
  };
}

async function injectRepeatedly({ random }: DiscordRound, inject: () => void, maxTimes = 2): Promise<void> {
  for (let left = 1 + below(maxTimes, random); left > 0; left--) {
    await pause(random);
    inject();
  }
}

/** The acknowledgement arrives too late, or Discord says that it did. */
function expireInteractions(round: DiscordRound): Promise<void> {
  const { guild, random } = round;
  const late = { on: callback, kind: "slow" } as const;
  const unknown = { on: callback, kind: "refused", status: 404, code: 10_062 } as const;
  return injectRepeatedly(
    round,
    () => guild.faults.next(random() < 0.5 ? { ...late, ms: 3100 + below(1000, random) } : unknown),
    8,
  );
}

const transports = ["gateway"];

/** Refusals of a channel, as status and code: topics/opcodes-and-status-codes#json-json-error-codes */
const stayingRefusals: readonly [Refusal, ...Refusal[]] = [
  [403, 50_001],
  [403, 50_013],
  [400, 50_083],
  [400, 160_005],
  [400, 160_006],
  [400, 200_000],
  [400, 200_001],
  [400, 240_000],
];
type Refusal = readonly [status: number, code: number];

export const faults: readonly DiscordFault[] = [
  { name: "nothing", transports },
  { name: "lost answer", transports, inject: injectRandomly((on) => ({ on, kind: "lostAnswer" })) },
  { name: "lost request", transports, inject: injectRandomly((on) => ({ on, kind: "lostRequest" })) },
  {
    name: "slow",
    transports,
    inject: injectRandomly((on, random) => ({ on, kind: "slow", ms: 100 + below(2400, random) })),
  },
  {
    name: "5xx",
    transports,
    inject: injectRandomly((on, random) => ({
      on,
      kind: "serverError",
      status: pick([500, 502, 503], random),
    })),
  },
  {
    name: "429",
    transports,
    inject: injectRandomly((on, random) => ({
      on,
      kind: "rateLimited",
      retryAfter: pick([0.1, 0.5, 1], random),
      scope: pick(["user", "shared", "global"], random),
    })),
  },
  {
    name: "401",
    transports,
    inject: injectRandomly((on) => ({ on, kind: "refused", status: 401, code: 0 })),
  },
  {
    name: "a refusal that stays, in channels",
    transports,
    inject: async ({ guild, random }) => {
      const [status, code] = pick(stayingRefusals, random);
      const atPath = (path: string) =>
        !guild.data.channels.some(({ kind, id }) => kind === "dm" && path.includes(id));
      guild.faults.always({ on: message, kind: "refused", status, code, atPath });
    },
  },
  {
    name: "dropped gateway",
    transports,
    inject: (round) =>
      injectRepeatedly(round, () => round.guild.faults.dropGateway(pick([undefined, 4000], round.random)), 3),
  },
  {
    name: "asked to reconnect",
    transports,
    inject: (round) => injectRepeatedly(round, () => round.guild.faults.askToReconnect()),
  },
  {
    name: "missed heartbeats",
    transports,
    heartbeatIntervalMs: 400,
    inject: (round) => injectRepeatedly(round, () => round.guild.faults.freezeGateway()),
  },
  {
    name: "invalid session",
    transports,
    // Never both kinds in one round: a session that ends while it waits to resume loses its queued events.
    inject: (round) => {
      const canResume = round.random() < 0.3;
      return injectRepeatedly(round, () => round.guild.faults.invalidateSession(canResume));
    },
  },
  { name: "duplicates", transports, beforeAsking: ({ guild }) => guild.faults.duplicateNextEvent() },
  {
    name: "out of order",
    transports,
    inject: async ({ guild, random }) => {
      for (let part = 0; part < 3; part++) {
        guild.faults.holdEvents();
        await pause(random);
        guild.faults.releaseEvents("reversed");
      }
    },
  },
  { name: "expired interaction", transports, inject: expireInteractions },
  {
    name: "direct messages closed",
    transports,
    ways: ways.filter((way) => way !== "dm" && way !== "known dm"),
    beforeAsking: (_, person) => person.closesDms(),
    inject: expireInteractions,
  },
  {
    name: "refused intent",
    transports,
    ways: ways.filter((way) => way !== "help" && way !== "post"),
    isIntentRefused: true,
  },
  ...processFaults,
  {
    name: "invalid session, histories slow to read",
    transports,
    // Longer than the bot takes for anything else: it must not count as idle while it reads back.
    inject: async ({ guild }) => {
      guild.faults.always({ on: history, kind: "slow", ms: 700 });
      guild.faults.invalidateSession();
    },
  },
];
