import { below, type Random } from "../../bench/random.ts";
import type { ApiFault } from "../../local/slack/faults.ts";
import { pause, roundDurationMs } from "../pause.ts";
import type { Fault } from "../stage.ts";
import type { Scene } from "./scene.ts";

/** Something that goes wrong with Slack while people ask. */
export interface SlackFault extends Fault {
  /** Goes wrong at random moments, while the questions are asked. */
  readonly strike?: (scene: Scene, questions: number) => Promise<void>;
  /** Before each question that is an event. */
  readonly beforeEvent?: (scene: Scene) => void;
  /** How often the store refuses an event before it takes it. */
  readonly refusals?: (random: Random) => number;
  /** Why a question asked this way may go unanswered, or be answered twice. */
  readonly mayBeLost?: (way: string) => string | undefined;
  readonly mayBeDoubled?: (way: string) => string | undefined;
}

const both = ["socket", "http"] as const;
const calls = ["chat.postMessage", "response_url"] as const;
const rarer = [
  "conversations.history",
  "conversations.replies",
  "chat.postEphemeral",
  "conversations.open",
] as const;

type Draw = (method: string, scene: Scene) => ApiFault;

/** About half of the calls that answer go wrong, and some of those that are made to mend that. */
function striking(draw: Draw, often: readonly string[] = calls) {
  return async (scene: Scene, questions: number): Promise<void> => {
    const { workspace, random } = scene;
    for (let count = 0; count < questions / 2; count++) {
      const methods = random() < 0.8 ? often : rarer;
      const method = methods[below(methods.length, random)] ?? "chat.postMessage";
      workspace.faults.next(draw(method, scene));
      await pause(random, (2 * roundDurationMs) / questions);
    }
  };
}

const unseen = "nobody can look whether a private answer arrived";
const isPrivate = (way: string) => way === "command" || way === "private press";
const privately = (way: string) => (isPrivate(way) ? unseen : undefined);
/** What Slack tells once; events it tells again. */
const toldOnce = (way: string) =>
  way === "mention" || way === "dm" ? undefined : "killed after it was acknowledged and before it was stored";

export const faults: readonly SlackFault[] = [
  { name: "nothing", transports: both },
  {
    name: "429",
    transports: both,
    strike: striking((method) => ({ method, kind: "rateLimited", retryAfter: 1 })),
  },
  { name: "500", transports: both, strike: striking((method) => ({ method, kind: "serverError" })) },
  {
    name: "internal_error",
    transports: both,
    strike: striking((method) => ({ method, kind: "refused", error: "internal_error" })),
  },
  {
    name: "answer that is no JSON",
    transports: both,
    // A response_url answers in words that nobody has promised: 200 is all that there is to go by.
    strike: striking((method) => ({ method, kind: "garbled" }), ["chat.postMessage"]),
  },
  {
    name: "slow",
    transports: both,
    strike: striking((method, { random }) => ({ method, kind: "slow", ms: 100 + below(2400, random) })),
  },
  {
    name: "lost answer",
    transports: both,
    strike: striking((method) => ({ method, kind: "lostAnswer" })),
    mayBeDoubled: privately,
  },
  { name: "lost request", transports: both, strike: striking((method) => ({ method, kind: "lostRequest" })) },
  {
    name: "dropped sockets",
    transports: ["socket"],
    strike: (scene) => again(scene, () => scene.workspace.faults.dropSockets()),
  },
  {
    name: "refresh",
    transports: ["socket"],
    strike: (scene) => again(scene, () => scene.workspace.faults.refreshSockets()),
  },
  {
    name: "duplicates",
    transports: both,
    beforeEvent: ({ workspace }) => workspace.faults.duplicateNextEvent(),
  },
  {
    name: "out of order",
    transports: both,
    strike: async (scene) => {
      for (let part = 0; part < 3; part++) {
        scene.workspace.faults.holdEvents();
        await pause(scene.random);
        scene.workspace.faults.releaseEvents("reversed");
      }
    },
  },
  {
    name: "not stored",
    transports: both,
    refusals: (random) => below(4, random),
  },
  {
    name: "late acknowledgement",
    transports: both,
    strike: (scene) => again(scene, () => scene.clock.leap(3100), 5),
  },
  {
    name: "SIGKILL",
    transports: both,
    isProcess: true,
    strike: async (scene) => {
      await pause(scene.random);
      await scene.bot.crash();
    },
    mayBeLost: toldOnce,
    mayBeDoubled: privately,
  },
];

async function again(scene: Scene, strike: () => void, most = 2): Promise<void> {
  for (let left = 1 + below(most, scene.random); left > 0; left--) {
    await pause(scene.random);
    strike();
  }
}
