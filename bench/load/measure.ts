import type { LoadTimes, Memory } from "./children.ts";

/** How much is asked. */
export interface Amount {
  /** Blocks of each of the two, in turn. */
  readonly blocks: number;
  /** Questions in a block of one person, and waves in a block of many. */
  readonly questions: number;
  readonly waves: number;
  /** Questions over which the memory is watched. */
  readonly memory: number;
}

/** Some questions, so many asked at once. */
interface Order {
  readonly people: number;
  readonly questions: readonly string[];
}

/** A side of the comparison: a platform of its own and who answers there. */
export interface Side {
  /** By the command, which is acknowledged. */
  ask(order: Order): Promise<LoadTimes>;
  /** In every way that is to leave nothing in the memory. */
  askEverywhere(order: Order): Promise<LoadTimes>;
  memory(): Promise<Memory>;
  end(): Promise<void>;
}

export interface Pair {
  readonly signpost: Side;
  readonly bare: Side;
}

/** The times of all blocks of each. */
export type Both = Readonly<Record<keyof Pair, readonly LoadTimes[]>>;

/** Gives the next so many questions; both sides are asked the same. */
export type Draw = (count: number) => readonly string[];

/** One question after the other, and from the first again after the last. */
export function drawFrom(texts: readonly string[]): Draw {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const text = texts[next % texts.length] ?? "";
      next += 1;
      return text;
    });
}

export const peopleAtOnce = 50;
/** Before anything is timed: the compiler takes about so many to be done. */
const warmUp = 600;

/** Block by block in turn, so that what else the machine does meets both alike; who begins changes, too. */
export async function compare(
  { signpost, bare }: Pair,
  draw: Draw,
  {
    blocks,
    questions,
    people,
  }: { readonly blocks: number; readonly questions: number; readonly people: number },
): Promise<Both> {
  const taken = { signpost: [] as LoadTimes[], bare: [] as LoadTimes[] };
  for (let block = 0; block < blocks; block++) {
    const order = { people, questions: draw(questions) };
    if (block % 2 === 1) taken.signpost.push(await signpost.ask(order));
    taken.bare.push(await bare.ask(order));
    if (block % 2 === 0) taken.signpost.push(await signpost.ask(order));
  }
  return taken;
}

export async function warm({ signpost, bare }: Pair, draw: Draw): Promise<void> {
  for (const side of [signpost, bare]) {
    await side.ask({ people: 1, questions: draw(warmUp / 2) });
    await side.ask({ people: peopleAtOnce, questions: draw(warmUp / 2) });
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
export async function watchMemory(side: Side, draw: Draw, questions: number): Promise<Watched> {
  const memory: Memory[] = [];
  let failed = 0;
  for (let sample = 0; sample < samples; sample++) {
    const order = { people: peopleAtOnce, questions: draw(questions / samples) };
    failed += (await side.askEverywhere(order)).failed;
    memory.push(await side.memory());
  }
  return { asked: questions, failed, memory };
}
