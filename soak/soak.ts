import { below, createRandom } from "../bench/random.ts";
import { toTable } from "../bench/tables.ts";
import type { Learned } from "./learned.ts";
import { playRound, type Verdict } from "./round.ts";
import type { Fault, SoakPlatform } from "./stage.ts";

/** A fault and what became of all questions that were asked under it. */
export interface Soaked {
  readonly fault: string;
  readonly transport: string;
  readonly rounds: number;
  readonly verdicts: readonly Verdict[];
}

export interface Options {
  readonly learned: Learned;
  /** Rounds of each fault by each transport. */
  readonly times: number;
  readonly seed: number;
  /** Questions of a round, at least and at most. */
  readonly questions: readonly [number, number];
  readonly only?: (fault: Fault) => boolean;
  readonly show?: (soaked: Soaked) => void;
}

/** Rounds side by side: what is inside waits most of its time, a process works to start. */
const sideBySide = { inside: 12, process: 2 };

/** Every fault in turn, by each transport that knows it. */
export async function soak<F extends Fault>(
  platform: SoakPlatform<F>,
  options: Options,
): Promise<readonly Soaked[]> {
  const all: Soaked[] = [];
  for (const [place, fault] of platform.faults.entries()) {
    if (options.only?.(fault) === false) continue;
    for (const transport of fault.transports) {
      const soaked = await soakOne(platform, { fault, place, transport }, options);
      options.show?.(soaked);
      all.push(soaked);
    }
  }
  return all;
}

interface Trial<F extends Fault> {
  readonly fault: F;
  /** Of the fault among all. */
  readonly place: number;
  readonly transport: string;
}

async function soakOne<F extends Fault>(
  platform: SoakPlatform<F>,
  trial: Trial<F>,
  options: Options,
): Promise<Soaked> {
  const { fault, transport } = trial;
  const { learned, times, questions } = options;
  const verdicts: Verdict[] = [];
  let next = 0;
  const play = async () => {
    while (next < times) {
      const round = next;
      next += 1;
      const seed = seedOf(trial, round, options.seed);
      const order = { fault, transport, questions: drawCount(questions, seed), seed, learned };
      const played = await playRound(platform, order).catch((cause: unknown) => {
        throw new Error(`${fault.name} by ${transport}, round ${round} failed`, { cause });
      });
      verdicts.push(...played);
    }
  };
  const lanes = sideBySide[fault.isProcess ? "process" : "inside"];
  await Promise.all(Array.from({ length: lanes }, play));
  return { fault: fault.name, transport, rounds: times, verdicts };
}

/** Another one for every round. */
function seedOf({ fault, place, transport }: Trial<Fault>, round: number, seed: number): number {
  return (seed * 100 + place * 2 + fault.transports.indexOf(transport)) * 10_000 + round;
}

function drawCount([least, most]: Options["questions"], seed: number): number {
  return least + below(most - least + 1, createRandom(seed));
}

export const soakedHead = [
  "",
  "by",
  "rounds",
  "asked",
  "answered once",
  "told",
  "excused",
  "apologised",
  "lost",
  "doubled",
];

export function toRow({ fault, transport, rounds, verdicts }: Soaked): readonly string[] {
  const count = (kind: Verdict["kind"]) => String(verdicts.filter((verdict) => verdict.kind === kind).length);
  const kinds = ["answered", "told", "excused", "apologised", "lost", "doubled"] as const;
  return [fault, transport, String(rounds), String(verdicts.length), ...kinds.map(count)];
}

export function toSoakTable(all: readonly Soaked[]): string {
  return toTable(soakedHead, all.map(toRow));
}

/** What was lost, doubled or met with an apology, without a reason that would be accepted. */
export function wrongIn(all: readonly Soaked[]): readonly string[] {
  return all.flatMap(({ fault, transport, verdicts }) =>
    verdicts
      .filter(({ kind }) => kind === "lost" || kind === "doubled" || kind === "apologised")
      .map(({ kind, way, text }) => `${fault}, ${transport}: ${kind} by ${way}: ${text}`),
  );
}

/** The reasons, with how often each was needed. */
export function excusesIn(all: readonly Soaked[]): readonly string[] {
  const excuses = all.flatMap(({ fault, verdicts }) =>
    verdicts.flatMap((verdict) =>
      verdict.kind === "excused" ? [`${fault}, by ${verdict.way}: ${verdict.because}`] : [],
    ),
  );
  return [...new Set(excuses)].map((one) => `${excuses.filter((other) => other === one).length}x ${one}`);
}
