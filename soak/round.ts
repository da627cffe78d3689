import { setTimeout as wait } from "node:timers/promises";
import { createRandom, type Random, shuffled } from "../bench/random.ts";
import type { Outcome } from "../playground/slack/people/outcome.ts";
import { startWorkspace, type Workspace } from "../playground/slack/workspace.ts";
import type { BotParts, Refuses, Transport } from "./bot.ts";
import { startInside } from "./bot-inside.ts";
import { startProcess } from "./bot-process.ts";
import { createLeapingClock } from "./clock.ts";
import { askUnder, type Fault } from "./faults.ts";
import type { Learned } from "./learned.ts";
import { type Asker, prepare, type Scene, saidTo, type Way, ways } from "./scene.ts";

export interface RoundOrder {
  readonly fault: Fault;
  readonly transport: Transport;
  readonly questions: number;
  readonly seed: number;
  readonly learned: Learned;
}

/** What became of one question. */
export type Verdict = {
  readonly way: Way;
  readonly text: string;
} & (
  | { readonly kind: "answered" | "apologised" | "lost" | "doubled" }
  /** Slack itself told who asked that it failed, each time they tried. */
  | { readonly kind: "told" }
  /** What can't be otherwise, and why. */
  | { readonly kind: "excused"; readonly because: string }
);

/** One round: a new workspace, a new bot, some questions, and what goes wrong meanwhile. */
export async function playRound(order: RoundOrder): Promise<readonly Verdict[]> {
  const { fault, transport, learned } = order;
  const random = createRandom(order.seed);
  const refusals = createRefusals(fault, random);
  const clock = createLeapingClock();
  // Without the messages' own events, mentions are told once, and what happens to them is not shared by a twin.
  const events = [
    "app_home_opened",
    "app_mention",
    "message.im",
    ...(random() < 0.5 ? ["message.channels"] : []),
  ];
  const workspace = await startWorkspace({ clock, events, burst: Number.POSITIVE_INFINITY });
  try {
    const parts: BotParts = {
      workspace,
      transport,
      clock,
      brain: learned.brain,
      learned: learned.folder,
      refuses: refusals.refuses,
    };
    const bot = await (fault.isProcess ? startProcess(parts) : startInside(parts));
    const scene: Scene = { workspace, transport, clock, bot, random };
    const askers = await gather(scene, order);
    const said = askers.map((asker) => saidTo(workspace, asker).length);
    refusals.begin();
    const [attempts] = await Promise.all([
      Promise.all(askers.map((asker) => askUnder(fault, scene, asker))),
      fault.strike?.(scene, order.questions),
    ]);
    await settle(scene);
    return askers.map((asker, place) =>
      judge({ order, workspace, asker, attempts: attempts[place] ?? [], before: said[place] ?? 0 }),
    );
  } finally {
    await workspace.close();
  }
}

/** Different questions, asked in every way. */
async function gather(scene: Scene, { questions, learned }: RoundOrder): Promise<readonly Asker[]> {
  const texts = shuffled(learned.phrases, scene.random).slice(0, questions);
  return Promise.all(
    texts.map((text, index) =>
      prepare(scene, { text, way: ways[index % ways.length] ?? "dm", name: `person-${index}` }),
    ),
  );
}

/** The store refuses each event so often as the fault says, and presses and commands never: they are told once. */
function createRefusals({ refusals }: Fault, random: Random) {
  const left = new Map<string, number>();
  let isOn = false;
  const refuses: Refuses = (id) => {
    if (!isOn || !refusals || /\/(command|press)\//.test(id)) return false;
    const now = left.get(id) ?? refusals({ random });
    left.set(id, now - 1);
    return now > 0;
  };
  return {
    refuses,
    begin: () => {
      isOn = true;
    },
  };
}

/** Slack tries again after 0, 1 and 5 minutes: these pass as soon as nothing moves. */
const betweenTries = 300_000;
const triesAtMost = 8;

/** Lets everything come to rest: events that wait to be told again, work under way, what was left for later. */
async function settle({ workspace, transport, clock, bot }: Scene): Promise<void> {
  if (transport === "socket") await within(60_000, () => workspace.connections() > 0);
  for (let tries = 0; tries < triesAtMost && workspace.pendingEvents() > 0; tries++) {
    // What is under way is given the 3 s that Slack gives it: only what waits is to be hurried.
    await within(3500, () => workspace.pendingEvents() === 0);
    clock.leap(betweenTries);
  }
  await bot.recover();
  await bot.stop();
}

async function within(milliseconds: number, isSo: () => boolean): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!isSo() && Date.now() < end) await wait(10);
}

interface Case {
  readonly order: RoundOrder;
  readonly workspace: Workspace;
  readonly asker: Asker;
  readonly attempts: readonly (Outcome | undefined)[];
  /** Messages of the bot before the question. */
  readonly before: number;
}

function judge({ order, workspace, asker, attempts, before }: Case): Verdict {
  const { fault, learned } = order;
  const { way, text } = asker;
  const answers = countAnswers(workspace, asker, before);
  const excuse = (kind: "lost" | "doubled", because: string | undefined): Verdict =>
    because === undefined
      ? { way, text, kind }
      : { way, text, kind: "excused", because: `${kind}: ${because}` };
  const isApology = learned.apologies.some((apology) => hasSaid(workspace, asker, apology));
  const failed = attempts.filter((outcome) => outcome?.kind === "failed").length;
  const isOnce = answers === 1 || (answers > 1 && answers <= attempts.length);
  if (isOnce) return { way, text, kind: isApology ? "apologised" : "answered" };
  if (answers > 1) return excuse("doubled", fault.mayBeDoubled?.(way));
  if (failed > 0 && failed === attempts.length) return { way, text, kind: "told" };
  return excuse("lost", fault.mayBeLost?.(way));
}

/** A press on a private message is answered in its place: it is the same message, with other words. */
function countAnswers(workspace: Workspace, asker: Asker, before: number): number {
  const said = saidTo(workspace, asker);
  const { way, pressed } = asker;
  if (way !== "private press") return said.length - before;
  const isReplaced = said.some(({ ts, text }) => ts === pressed?.ts && text !== pressed.text);
  return said.length - before + (isReplaced ? 1 : 0);
}

function hasSaid(workspace: Workspace, asker: Asker, words: string): boolean {
  return saidTo(workspace, asker).some(({ text }) => text.startsWith(words));
}
