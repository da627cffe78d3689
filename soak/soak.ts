import { below, createRandom } from "../bench/random.ts";
import { toTable } from "../bench/tables.ts";
import { inParallel } from "./in-parallel.ts";
import type { SoakKnowledge } from "./knowledge.ts";
import type { SoakFault, SoakPlatform } from "./platform.ts";
import { runRound, type SoakVerdict } from "./round.ts";

/** The verdicts on every question that was asked under one fault by one transport. */
export interface SoakResult {
  readonly fault: string;
  readonly transport: string;
  readonly rounds: number;
  readonly verdicts: readonly SoakVerdict[];
}

export interface SoakOptions {
  readonly knowledge: SoakKnowledge;
  /** Rounds for each fault and transport. */
  readonly times: number;
  readonly seed: number;
  /** Minimum and maximum number of questions in a round. */
  readonly questions: readonly [min: number, max: number];
  readonly only?: (fault: SoakFault) => boolean;
  readonly onResult?: (result: SoakResult) => void;
}

/** How many rounds run at once. Embedded bots mostly wait; a bot process needs the CPU to start. */
export const parallelRounds = { embedded: 12, process: 4 };

/** Runs every fault in turn, by each of its transports at once. */
export async function soak<F extends SoakFault>(
  platform: SoakPlatform<F>,
  options: SoakOptions,
): Promise<readonly SoakResult[]> {
  const results: SoakResult[] = [];
  for (const [index, fault] of platform.faults.entries()) {
    if (options.only?.(fault) === false) continue;
    const found = await Promise.all(
      fault.transports.map((transport) => soakFault(platform, { fault, index, transport }, options)),
    );
    for (const result of found) options.onResult?.(result);
    results.push(...found);
  }
  return results;
}

interface FaultCase<F extends SoakFault> {
  readonly fault: F;
  /** The fault's index in the platform's list. */
  readonly index: number;
  readonly transport: string;
}

async function soakFault<F extends SoakFault>(
  platform: SoakPlatform<F>,
  faultCase: FaultCase<F>,
  { knowledge, times, questions, seed: baseSeed }: SoakOptions,
): Promise<SoakResult> {
  const { fault, transport } = faultCase;
  const verdicts: SoakVerdict[] = [];
  const parallel = parallelRounds[fault.needsProcess ? "process" : "embedded"];
  await inParallel(parallel, Array(times).keys(), async (round) => {
    const seed = toSeed(faultCase, round, baseSeed);
    const questionCount = randomCount(questions, seed);
    const found = await runRound(platform, { fault, transport, questionCount, seed, knowledge }).catch(
      (cause: unknown) => {
        throw new Error(`${fault.name} by ${transport}, round ${round} failed`, { cause });
      },
    );
    verdicts.push(...found);
  });
  return { fault: fault.name, transport, rounds: times, verdicts };
}

/** A different seed for every round. */
function toSeed({ fault, index, transport }: FaultCase<SoakFault>, round: number, seed: number): number {
  return (seed * 100 + index * 2 + fault.transports.indexOf(transport)) * 10_000 + round;
}

function randomCount([min, max]: SoakOptions["questions"], seed: number): number {
  return min + below(max - min + 1, createRandom(seed));
}

/** How long the slowest took, in seconds; a dash if none was measured. */
function slowest(times: readonly number[]): string {
  return times.length === 0 ? "-" : (Math.max(...times) / 1000).toFixed(1);
}

export const soakColumns = [
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
  "slowest acknowledgement, s",
  "slowest answer, s",
];

export function toSoakRow({ fault, transport, rounds, verdicts }: SoakResult): readonly string[] {
  const count = (kind: SoakVerdict["kind"]) =>
    String(verdicts.filter((verdict) => verdict.kind === kind).length);
  const kinds = ["answered", "told", "excused", "apologised", "lost", "doubled"] as const;
  return [
    fault,
    transport,
    String(rounds),
    String(verdicts.length),
    ...kinds.map(count),
    slowest(verdicts.map(({ acknowledgedMs }) => acknowledgedMs)),
    slowest(verdicts.flatMap(({ answeredMs }) => answeredMs ?? [])),
  ];
}

export function toSoakTable(results: readonly SoakResult[]): string {
  return toTable(soakColumns, results.map(toSoakRow));
}

/** The lost, doubled and apologised questions that have no excuse. */
export function failuresIn(results: readonly SoakResult[]): readonly string[] {
  return results.flatMap(({ fault, transport, verdicts }) =>
    verdicts
      .filter(({ kind }) => kind === "lost" || kind === "doubled" || kind === "apologised")
      .map(({ kind, way, text }) => `${fault}, ${transport}: ${kind} by ${way}: ${text}`),
  );
}

/** The excuses, each with its count. */
export function excusesIn(results: readonly SoakResult[]): readonly string[] {
  const excuses = results.flatMap(({ fault, verdicts }) =>
    verdicts.flatMap((verdict) =>
      verdict.kind === "excused" ? [`${fault}, by ${verdict.way}: ${verdict.because}`] : [],
    ),
  );
  return [...new Set(excuses)].map((one) => `${excuses.filter((other) => other === one).length}x ${one}`);
}
