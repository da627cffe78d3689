import { setTimeout as wait } from "node:timers/promises";
import { below, type Random } from "../../bench/random.ts";
import type { RestFault } from "../../local/discord/faults.ts";
import type { Person } from "../../local/discord/people/person.ts";
import { pause, roundDurationMs } from "../pause.ts";
import type { Fault } from "../stage.ts";
import { ways } from "./people.ts";
import type { Scene } from "./scene.ts";

/** Something that goes wrong with Discord while people ask. */
export interface DiscordFault extends Fault {
  /** The ways to ask that there are; default all. */
  readonly ways?: readonly string[];
  /** Whether the portal does not grant the intent for message content. */
  readonly isIntentRefused?: boolean;
  /** How often the bot has to show that it is there, in milliseconds. */
  readonly heartbeatInterval?: number;
  /** Goes wrong at random moments, while the questions are asked. */
  readonly strike?: (scene: Scene, questions: number) => Promise<void>;
  /** Before each question. */
  readonly beforeAsking?: (scene: Scene, person: Person) => void;
}

const callback = "POST /interactions/{interaction}/{token}/callback";
const message = "POST /channels/{channel}/messages";
const rarer = [
  "GET /webhooks/{application}/{token}/messages/{message}",
  "PATCH /webhooks/{application}/{token}/messages/{message}",
  "POST /webhooks/{application}/{token}",
  "POST /users/@me/channels",
  "POST /channels/{channel}/messages/{message}/threads",
  "GET /channels/{channel}",
  "GET /channels/{channel}/messages/{message}",
];

type Draw = (on: string, random: Random) => RestFault;

/** More often than discord.js tries. */
const stubborn = 5;

/** About half of the requests that answer go wrong, some again and again, and some of those that others need. */
function striking(draw: Draw) {
  return async ({ guild, random }: Scene, questions: number): Promise<void> => {
    for (let count = 0; count < questions / 2; count++) {
      const requests = random() < 0.8 ? [callback, message] : rarer;
      const on = requests[below(requests.length, random)] ?? message;
      const times = random() < 0.2 ? stubborn : 1;
      for (let time = 0; time < times; time++) guild.faults.next(draw(on, random));
      await pause(random, (2 * roundDurationMs) / questions);
    }
  };
}

async function again({ random }: Scene, strike: () => void, most = 2): Promise<void> {
  for (let left = 1 + below(most, random); left > 0; left--) {
    await pause(random);
    strike();
  }
}

function pick<T>(things: readonly [T, ...T[]], random: Random): T {
  return things[below(things.length, random)] ?? things[0];
}

/** The answer comes when its time is over, or Discord says so. */
function expire(scene: Scene): Promise<void> {
  const { guild, random } = scene;
  const late = { on: callback, kind: "slow" } as const;
  const unknown = { on: callback, kind: "refused", status: 404, code: 10_062 } as const;
  return again(
    scene,
    () => guild.faults.next(random() < 0.5 ? { ...late, ms: 3100 + below(1000, random) } : unknown),
    8,
  );
}

const transports = ["gateway"];

export const faults: readonly DiscordFault[] = [
  { name: "nothing", transports },
  { name: "lost answer", transports, strike: striking((on) => ({ on, kind: "lostAnswer" })) },
  { name: "lost request", transports, strike: striking((on) => ({ on, kind: "lostRequest" })) },
  {
    name: "slow",
    transports,
    strike: striking((on, random) => ({ on, kind: "slow", ms: 100 + below(2400, random) })),
  },
  {
    name: "5xx",
    transports,
    strike: striking((on, random) => ({ on, kind: "serverError", status: pick([500, 502, 503], random) })),
  },
  {
    name: "429",
    transports,
    strike: striking((on, random) => ({
      on,
      kind: "rateLimited",
      retryAfter: pick([0.1, 0.5, 1], random),
      scope: pick(["user", "shared", "global"], random),
    })),
  },
  {
    name: "dropped gateway",
    transports,
    strike: (scene) =>
      again(scene, () => scene.guild.faults.dropGateway(pick([undefined, 4000], scene.random)), 3),
  },
  {
    name: "asked to reconnect",
    transports,
    strike: (scene) => again(scene, () => scene.guild.faults.askToReconnect()),
  },
  {
    name: "missed heartbeats",
    transports,
    heartbeatInterval: 400,
    strike: (scene) => again(scene, () => scene.guild.faults.freezeGateway()),
  },
  {
    name: "invalid session",
    transports,
    // A session that ends while it waits to be resumed takes with it what it would have told: not both in one round.
    strike: (scene) => {
      const canResume = scene.random() < 0.3;
      return again(scene, () => scene.guild.faults.invalidateSession(canResume));
    },
  },
  { name: "duplicates", transports, beforeAsking: ({ guild }) => guild.faults.duplicateNextEvent() },
  {
    name: "out of order",
    transports,
    strike: async ({ guild, random }) => {
      for (let part = 0; part < 3; part++) {
        guild.faults.holdEvents();
        await pause(random);
        guild.faults.releaseEvents("reversed");
      }
    },
  },
  { name: "expired interaction", transports, strike: expire },
  {
    name: "direct messages closed",
    transports,
    ways: ways.filter((way) => way !== "dm"),
    beforeAsking: (_, person) => person.closesDms(),
    strike: expire,
  },
  {
    name: "refused intent",
    transports,
    ways: ways.filter((way) => way !== "help" && way !== "post"),
    isIntentRefused: true,
  },
  {
    name: "SIGKILL",
    transports,
    isProcess: true,
    strike: async ({ guild, bot, random }, questions) => {
      for (let count = 0; count < questions / 4; count++)
        guild.faults.next({ on: pick([callback, message], random), kind: "slow", ms: below(2000, random) });
      // Most have asked by then, and few are answered.
      await wait(roundDurationMs / 2);
      await pause(random);
      await bot.crash();
    },
  },
];
