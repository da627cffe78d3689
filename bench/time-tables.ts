import { engines } from "./engines/all.ts";
import { hostileQuestions } from "./hostile.ts";
import { type Ended, limitMs, runInProcess, type Times } from "./run-in-process.ts";
import { brief, ratio, toTable } from "./tables.ts";

/** How an engine fared with all the phrases and with ten times as many. */
interface Growing {
  readonly name: string;
  readonly once: Ended;
  readonly tenfold: Ended;
}

/** Takes each engine's times, one after the other, so that none disturbs another. */
export async function measureGrowth(): Promise<readonly Growing[]> {
  const all: Growing[] = [];
  for (const { name } of engines) {
    const once = await runInProcess({ kind: "times", engine: name, growth: 1 });
    const tenfold = await runInProcess({ kind: "times", engine: name, growth: 10 });
    all.push({ name, once, tenfold });
  }
  return all;
}

export function toTimesTable(all: readonly Growing[]): string {
  const ours = timesOf(all[0]?.once);
  const rows = all.map(({ name, once }) => {
    const times = timesOf(once);
    if (!times || !ours) return [name, toReason(once)];
    const { p50, p99, max, learnMs, memoryMb, asked } = times;
    const toOurs = [ratio(p50, ours.p50), ratio(learnMs, ours.learnMs), ratio(memoryMb, ours.memoryMb)];
    return [name, ...[p50, p99, max, learnMs / 1000, memoryMb].map(brief), ...toOurs, `${asked}`];
  });
  const toOurs = ["p50 to ours", "learning to ours", "memory to ours"];
  return toTable(["", "p50 ms", "p99 ms", "max ms", "learning s", "memory MB", ...toOurs, "asked"], rows);
}

export function toGrowthTable(all: readonly Growing[]): string {
  const rows = all.map(({ name, once, tenfold }) => {
    const [before, after] = [timesOf(once), timesOf(tenfold)];
    if (!before || !after) return [name, toReason(tenfold)];
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
      const ended = await runInProcess({ kind: "hostile", engine: engine.name, question: name });
      cells.push(ended.kind === "blocked" ? brief(ended.ms) : toReason(ended));
    }
    rows.push([name, ...cells]);
  }
  return toTable(["ms", ...engines.map(({ name }) => name)], rows);
}

function timesOf(ended: Ended | undefined): Times | undefined {
  return ended?.kind === "times" ? ended.times : undefined;
}

/** Why there is no figure. */
function toReason({ kind }: Ended): string {
  return kind === "late" ? `over ${limitMs.ask}` : "fails";
}
