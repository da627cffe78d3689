import type { MeasuredTimes } from "../load/processes.ts";
import { quantile } from "../load/report.ts";
import { brief, percent, toTable } from "../tables.ts";
import type { DatabaseUse } from "./database.ts";

/** The longest that the acknowledgement of 99 in 100 questions may take, in milliseconds. */
export const wantedMs = 200;

/** What came of so many people who asked at once. */
export interface CrowdResult {
  readonly people: number;
  readonly times: MeasuredTimes;
  readonly elapsedMs: number;
  /** CPU time of all processes of Signpost, in milliseconds. */
  readonly botCpuMs: number;
  /** How much of the machine's CPUs was busy, 0 to 1. */
  readonly machineShare: number;
}

interface ProcessesResult {
  /** How many processes. */
  readonly count: number;
  readonly results: readonly CrowdResult[];
  /** The database before and after all of these questions. */
  readonly before: DatabaseUse;
  readonly after: DatabaseUse;
}

/** What 99 in 100 acknowledgements took at most, in milliseconds. */
export function slowest({ times }: CrowdResult): number {
  return quantile(times.acknowledged, 0.99);
}

/** A section in Markdown. */
export function reportProcesses({ count, results, before, after }: ProcessesResult): string {
  const kept = results.filter((result) => slowest(result) <= wantedMs);
  const best = Math.max(0, ...kept.map(questionsPerSecond));
  const asked = results.reduce((sum, { times }) => sum + times.answered.length, 0);
  const perQuestion = (pick: (use: DatabaseUse) => number) => brief((pick(after) - pick(before)) / asked);
  return `## ${count === 1 ? "One process" : `${count} processes`}

**${brief(best)} questions per second** with 99 in 100 acknowledged within ${wantedMs} ms. Of the database, per question:
${perQuestion(({ transactions }) => transactions)} transactions, ${perQuestion(({ rows }) => rows)} rows that stay and ${perQuestion(({ bytes }) => bytes)} bytes on disk with indexes; ${after.connections} connections in all.

${toTable(columns, results.map(toRow))}`;
}

const columns = [
  "people at once",
  "questions a second",
  "acknowledged, p50 ms",
  "p99",
  "answered, p50 ms",
  "p99",
  "bots, CPU ms a question",
  "machine busy, %",
  "failed",
];

function toRow(result: CrowdResult): readonly string[] {
  const { people, times, botCpuMs, machineShare } = result;
  return [
    String(people),
    brief(questionsPerSecond(result)),
    brief(quantile(times.acknowledged, 0.5)),
    brief(slowest(result)),
    brief(quantile(times.answered, 0.5)),
    brief(quantile(times.answered, 0.99)),
    brief(botCpuMs / Math.max(1, times.answered.length)),
    percent(machineShare),
    String(times.failed),
  ];
}

function questionsPerSecond({ times, elapsedMs }: CrowdResult): number {
  return (times.answered.length / elapsedMs) * 1000;
}
