import type { LoadTimes, Memory, Running, Slack } from "./children.ts";

/** How much is asked. */
export interface Amount {
  /** Blocks of each of the two, in turn. */
  readonly blocks: number;
  /** Commands in a block of one person, and waves in a block of many. */
  readonly commands: number;
  readonly waves: number;
  /** Questions over which the memory is watched. */
  readonly memory: number;
}

/** A side of the comparison: a workspace and who answers in it. */
export interface Side {
  readonly slack: Slack;
  readonly running: Running;
}

export interface Pair {
  readonly signpost: Side;
  readonly bare: Side;
}

/** The times of all blocks of each. */
export type Both = Readonly<Record<keyof Pair, readonly LoadTimes[]>>;

/** Gives the next so many commands; both sides are asked the same. */
export type Draw = (count: number) => readonly string[];

export const peopleAtOnce = 50;
/** Before anything is timed: the compiler takes about so many to be done. */
const warmUp = 600;

/** Block by block in turn, so that what else the machine does meets both alike; who begins changes, too. */
export async function compare(
  { signpost, bare }: Pair,
  draw: Draw,
  {
    blocks,
    commands,
    people,
  }: { readonly blocks: number; readonly commands: number; readonly people: number },
): Promise<Both> {
  const taken = { signpost: [] as LoadTimes[], bare: [] as LoadTimes[] };
  for (let block = 0; block < blocks; block++) {
    const order = { people, commands: draw(commands) };
    if (block % 2 === 1) taken.signpost.push(await signpost.slack.load(order));
    taken.bare.push(await bare.slack.load(order));
    if (block % 2 === 0) taken.signpost.push(await signpost.slack.load(order));
  }
  return taken;
}

export async function warm({ signpost, bare }: Pair, draw: Draw): Promise<void> {
  for (const { slack } of [signpost, bare]) {
    await slack.load({ people: 1, commands: draw(warmUp / 2) });
    await slack.load({ people: peopleAtOnce, commands: draw(warmUp / 2) });
  }
}

/** Samples are taken so many times, evenly. */
const samples = 40;

export interface Watched {
  readonly asked: number;
  readonly failed: number;
  readonly memory: readonly Memory[];
}

/** Asks so many questions, many at once, and looks at the memory again and again. */
export async function watchMemory({ slack, running }: Side, draw: Draw, questions: number): Promise<Watched> {
  const memory: Memory[] = [];
  let failed = 0;
  for (let sample = 0; sample < samples; sample++) {
    failed += (await slack.load({ people: peopleAtOnce, commands: draw(questions / samples) })).failed;
    memory.push(await running.memory());
  }
  return { asked: questions, failed, memory };
}
