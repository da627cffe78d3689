import { engines } from "./engines/all.ts";
import { hostileQuestions } from "./hostile-questions.ts";
import { type EngineTimes, runInProcess, type TaskResult, timeoutMs } from "./run-in-process.ts";
import { brief, ratio, toTable } from "./tables.ts";

/** An engine's results with all phrases and with ten times as many. */
interface GrowthResult {
  readonly name: string;
  readonly once: TaskResult;
  readonly tenfold: TaskResult;
}

/** Measures the engines one after the other, so that they do not disturb each other. */
export async function measureGrowth(): Promise<readonly GrowthResult[]> {
  const all: GrowthResult[] = [];
  for (const { name } of engines) {
    const once = await runInProcess({ kind: "times", engine: name, growth: 1 });
    const tenfold = await runInProcess({ kind: "times", engine: name, growth: 10 });
    all.push({ name, once, tenfold });
  }
  return all;
}

export function toTimesTable(all: readonly GrowthResult[]): string {
  const ours = timesOf(all[0]?.once);
  const rows = all.map(({ name, once }) => {
    const times = timesOf(once);
    if (!times || !ours) return [name, toFailure(once)];
    const { p50, p99, max, learnMs, memoryMb, asked } = times;
    const toOurs = [ratio(p50, ours.p50), ratio(learnMs, ours.learnMs), ratio(memoryMb, ours.memoryMb)];
    return [name, ...[p50, p99, max, learnMs / 1000, memoryMb].map(brief), ...toOurs, `${asked}`];
  });
  const toOurs = ["p50 to ours", "learning to ours", "memory to ours"];
  return toTable(["", "p50 ms", "p99 ms", "max ms", "learning s", "memory MB", ...toOurs, "asked"], rows);
}

export function toGrowthTable(all: readonly GrowthResult[]): string {
  const rows = all.map(({ name, once, tenfold }) => {
    const [before, after] = [timesOf(once), timesOf(tenfold)];
    if (!before || !after) return [name, toFailure(tenfold)];
    return [
      name,
      ...[brief(before.p50), brief(after.p50), ratio(after.p50, before.p50)],
      ...[brief(before.learnMs / 1000), brief(after.learnMs / 1000), ratio(after.learnMs, before.learnMs)],
      ...[brief(before.memoryMb), brief(after.memoryMb), ratio(after.memoryMb, before.memoryMb)],
      ...[`${before.phrases} / ${after.phrases}`, `${before.asked} / ${after.asked}`],
    ];
  });
  const head = ["p50 ms", "learning s", "memory MB"].flatMap((what) => [`${what} 1x`, "10x", "ratio"]);
  return toTable(["", ...head, "phrases", "asked"], rows);
}

export async function toHostileTable(): Promise<string> {
  const rows: string[][] = [];
  for (const { name } of hostileQuestions) {
    const cells: string[] = [];
    for (const engine of engines) {
      const result = await runInProcess({ kind: "hostile", engine: engine.name, question: name });
      cells.push(result.kind === "blocked" ? brief(result.ms) : toFailure(result));
    }
    rows.push([name, ...cells]);
  }
  return toTable(["ms", ...engines.map(({ name }) => name)], rows);
}

function timesOf(result: TaskResult | undefined): EngineTimes | undefined {
  return result?.kind === "times" ? result.times : undefined;
}

/** The table cell in place of a figure. */
function toFailure({ kind }: TaskResult): string {
  return kind === "timedOut" ? `over ${timeoutMs.ask}` : "fails";
}
