import { below } from "../bench/random.ts";
import type { ApiFault } from "../playground/slack/faults.ts";
import type { Transport } from "./bot.ts";
import { type Asker, ask, pause, type Scene, span, type Way } from "./scene.ts";

/** Something that goes wrong while people ask. */
export interface Fault {
  readonly name: string;
  readonly transports: readonly Transport[];
  /** A process that can be killed; otherwise the bot runs inside this one. */
  readonly isProcess?: boolean;
  /** Goes wrong at random moments, while the questions are asked. */
  readonly strike?: (scene: Scene, questions: number) => Promise<void>;
  /** Before each question that is an event. */
  readonly beforeEvent?: (scene: Scene) => void;
  /** How often the store refuses an event before it takes it. */
  readonly refusals?: (scene: Pick<Scene, "random">) => number;
  /** Why a question asked this way may go unanswered, or be answered twice. */
  readonly mayBeLost?: (way: Way) => string | undefined;
  readonly mayBeDoubled?: (way: Way) => string | undefined;
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
      await pause(scene, (2 * span) / questions);
    }
  };
}

const unseen = "nobody can look whether a private answer arrived";
const isPrivate = (way: Way) => way === "command" || way === "private press";
const privately = (way: Way) => (isPrivate(way) ? unseen : undefined);
/** What Slack tells once; events it tells again. */
const toldOnce = (way: Way) =>
  way === "mention" || way === "dm" ? undefined : "killed after it was acknowledged and before it was stored";

export const faults: readonly Fault[] = [
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
        await pause(scene);
        scene.workspace.faults.releaseEvents("reversed");
      }
    },
  },
  {
    name: "not stored",
    transports: both,
    refusals: ({ random }) => below(4, random),
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
      await pause(scene);
      await scene.bot.crash();
    },
    mayBeLost: toldOnce,
    mayBeDoubled: privately,
  },
];

async function again(scene: Scene, strike: () => void, most = 2): Promise<void> {
  for (let left = 1 + below(most, scene.random); left > 0; left--) {
    await pause(scene);
    strike();
  }
}

const triesAtMost = 30;

/** Asks as the fault wants it, and again when Slack says that it failed; what came of each attempt. */
export async function askUnder(fault: Fault, scene: Scene, asker: Asker) {
  await pause(scene);
  if (asker.way === "mention" || asker.way === "dm") fault.beforeEvent?.(scene);
  const attempts = [await ask(scene, asker)];
  while (attempts.at(-1)?.kind === "failed" && attempts.length < triesAtMost) {
    await pause(scene);
    await pause(scene);
    attempts.push(await ask(scene, asker));
  }
  return attempts;
}
