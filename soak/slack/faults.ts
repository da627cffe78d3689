import { below } from "../../bench/random.ts";
import type { WebApiFault } from "../../local/slack/faults.ts";
import { pause, roundDurationMs } from "../pause.ts";
import type { SlackFault } from "./fault.ts";
import { doubledIfPrivate, processFaults } from "./process-faults.ts";
import type { SlackRound } from "./round-context.ts";

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
      const channels = workspace.data.channels.flatMap(({ id }) => (id.startsWith("D") ? [] : [id]));
      for (const channel of channels)
        for (const method of ["chat.postMessage", "chat.postEphemeral"])
          workspace.faults.always({ method, channel, kind: "refused", error });
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
  ...processFaults,
];

async function injectRepeatedly(round: SlackRound, inject: () => void, maxTimes = 2): Promise<void> {
  for (let left = 1 + below(maxTimes, round.random); left > 0; left--) {
    await pause(round.random);
    inject();
  }
}
