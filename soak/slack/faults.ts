import { setTimeout as wait } from "node:timers/promises";
import { below, type Random } from "../../bench/random.ts";
import type { WebApiFault } from "../../local/slack/faults.ts";
import { pause, roundDurationMs } from "../pause.ts";
import type { SoakFault } from "../platform.ts";
import { storeFaults, strike } from "../store-faults.ts";
import type { SlackRound } from "./round-context.ts";

/** A Slack fault, injected while people ask. */
export interface SlackFault extends SoakFault {
  /** Injects the fault at random moments, while the questions are asked. */
  readonly inject?: (round: SlackRound, questions: number) => Promise<void>;
  /** Called before each question that arrives as an event. */
  readonly beforeEvent?: (round: SlackRound) => void;
  /** How many times the store fails to receive an event before it succeeds. */
  readonly storeFailures?: (random: Random) => number;
  /** Why a question asked this way may stay unanswered, or be answered twice. */
  readonly mayBeLost?: (way: string) => string | undefined;
  readonly mayBeDoubled?: (way: string) => string | undefined;
}

const both = ["socket", "http"] as const;
const answerMethods = ["chat.postMessage", "response_url"] as const;
const secondaryMethods = [
  "conversations.history",
  "conversations.replies",
  "chat.postEphemeral",
  "conversations.open",
] as const;

/** Refusals of Slack's own troubles. */
const passingErrors = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "ratelimited",
];
/** Refusals of a channel: methods/chat.postMessage, errors */
const stayingErrors = [
  "not_in_channel",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "restricted_action_non_threadable_channel",
  "message_limit_exceeded",
  "access_denied",
  "team_access_not_granted",
  "channel_type_not_supported",
];

type CreateFault = (method: string, round: SlackRound) => WebApiFault;

/** One fault for every two questions, mostly in calls that answer. */
function injectRandomly(createFault: CreateFault, mainMethods: readonly string[] = answerMethods) {
  return async (round: SlackRound, questions: number): Promise<void> => {
    const { workspace, random } = round;
    for (let count = 0; count < questions / 2; count++) {
      const methods = random() < 0.8 ? mainMethods : secondaryMethods;
      const method = methods[below(methods.length, random)] ?? "chat.postMessage";
      workspace.faults.next(createFault(method, round));
      await pause(random, (2 * roundDurationMs) / questions);
    }
  };
}

const unverifiable = "a private answer can't be looked up";
const isPrivate = (way: string) => way === "command" || way === "private press";
const doubledIfPrivate = (way: string) => (isPrivate(way) ? unverifiable : undefined);
/** Slack sends commands and presses once; it redelivers events. */
const lostUnlessRedelivered = (way: string) =>
  way === "mention" || way === "dm" ? undefined : "killed after the acknowledgement and before it was stored";

export const faults: readonly SlackFault[] = [
  { name: "nothing", transports: both },
  {
    name: "429",
    transports: both,
    inject: injectRandomly((method) => ({ method, kind: "rateLimited", retryAfter: 1 })),
  },
  { name: "500", transports: both, inject: injectRandomly((method) => ({ method, kind: "serverError" })) },
  {
    name: "a refusal that passes",
    transports: both,
    inject: injectRandomly((method, { random }) => {
      return { method, kind: "refused", error: passingErrors[below(passingErrors.length, random)] ?? "" };
    }),
  },
  {
    name: "a refusal that stays, in channels",
    transports: both,
    inject: async ({ workspace, random }) => {
      const error = stayingErrors[below(stayingErrors.length, random)] ?? "";
      const inChannel = (channel: string) => !channel.startsWith("D");
      for (const method of ["chat.postMessage", "chat.postEphemeral"])
        workspace.faults.always({ method, kind: "refused", error, inChannel });
    },
  },
  {
    name: "answer that is no JSON",
    transports: both,
    // Not for response_url: its body is undocumented, only its status counts.
    inject: injectRandomly((method) => ({ method, kind: "garbled" }), ["chat.postMessage"]),
  },
  {
    name: "slow",
    transports: both,
    inject: injectRandomly((method, { random }) => ({ method, kind: "slow", ms: 100 + below(2400, random) })),
  },
  {
    name: "lost answer",
    transports: both,
    inject: injectRandomly((method) => ({ method, kind: "lostAnswer" })),
    mayBeDoubled: doubledIfPrivate,
  },
  {
    name: "lost request",
    transports: both,
    inject: injectRandomly((method) => ({ method, kind: "lostRequest" })),
  },
  {
    name: "dropped sockets",
    transports: ["socket"],
    inject: (round) => injectRepeatedly(round, () => round.workspace.faults.dropSockets()),
  },
  {
    name: "refresh",
    transports: ["socket"],
    inject: (round) => injectRepeatedly(round, () => round.workspace.faults.refreshSockets()),
  },
  {
    name: "duplicates",
    transports: both,
    beforeEvent: ({ workspace }) => workspace.faults.duplicateNextEvent(),
  },
  {
    name: "out of order",
    transports: both,
    inject: async (round) => {
      for (let part = 0; part < 3; part++) {
        round.workspace.faults.holdEvents();
        await pause(round.random);
        round.workspace.faults.releaseEvents("reversed");
      }
    },
  },
  {
    name: "not stored",
    transports: both,
    storeFailures: (random) => below(4, random),
  },
  {
    name: "late acknowledgement",
    transports: both,
    inject: (round) => injectRepeatedly(round, () => round.clock.skip(3100), 5),
  },
  {
    name: "SIGKILL",
    transports: both,
    needsProcess: true,
    inject: async (round) => {
      await pause(round.random);
      await round.bot.crash();
    },
    mayBeLost: lostUnlessRedelivered,
    mayBeDoubled: doubledIfPrivate,
  },
  {
    name: "minutes of 429, then a restart",
    transports: both,
    needsProcess: true,
    inject: async ({ workspace, bot, random }) => {
      const ends = ["chat.postMessage", "response_url"].map((method) =>
        workspace.faults.always({ method, kind: "rateLimited", retryAfter: 300 }),
      );
      await wait(roundDurationMs);
      await pause(random);
      await bot.restart(() => {
        for (const end of ends) end();
      });
    },
  },
  {
    name: "token refused at a reconnect",
    transports: ["socket"],
    needsProcess: true,
    inject: async ({ workspace, random }) => {
      const method = "apps.connections.open";
      const end = workspace.faults.always({ method, kind: "refused", error: "invalid_auth" });
      await pause(random);
      workspace.faults.dropSockets();
      await wait(2000);
      end();
    },
  },
  {
    name: "restart",
    transports: both,
    needsProcess: true,
    inject: async ({ bot, random }) => {
      await pause(random);
      await bot.restart();
    },
  },
  ...storeFaults.map((fault): SlackFault => {
    return {
      name: fault.name,
      transports: both,
      needsProcess: true,
      mayApologise: true,
      inject: async ({ bot, random }) => {
        await pause(random);
        await strike(bot, fault);
      },
    };
  }),
];

async function injectRepeatedly(round: SlackRound, inject: () => void, maxTimes = 2): Promise<void> {
  for (let left = 1 + below(maxTimes, round.random); left > 0; left--) {
    await pause(round.random);
    inject();
  }
}
