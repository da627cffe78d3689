import { toTable } from "../../bench/tables.ts";
import type { ProcessesResult } from "./soak-processes.ts";

const columns = ["", "seconds", "asked", "lost", "doubled", "talks out of order", "apologies"];

/** A table in Markdown. */
export function toProcessesTable(results: readonly ProcessesResult[]): string {
  return toTable(columns, results.map(toProcessesRow));
}

export function toProcessesRow({ fault, seconds, verdicts }: ProcessesResult): readonly string[] {
  const sum = (count: (verdict: (typeof verdicts)[number]) => number) =>
    String(verdicts.reduce((all, verdict) => all + count(verdict), 0));
  return [
    fault,
    String(seconds),
    sum(({ asked }) => asked),
    sum(({ lost }) => lost.length),
    sum(({ doubled }) => doubled.length),
    sum(({ isInOrder }) => Number(!isInOrder)),
    sum(({ apologies }) => apologies),
  ];
}

/** What should not have been, one line each. */
export function failuresOf({ fault, verdicts }: ProcessesResult): readonly string[] {
  return verdicts.flatMap(({ lost, doubled, isInOrder, titles, seen }) => {
    const found = [
      ...lost.map((text) => `lost: ${text}`),
      ...doubled.map((text) => `answered twice: ${text}`),
      ...(isInOrder ? [] : ["answered out of order"]),
    ];
    const details = `wanted ${titles.join(" / ")}; seen ${seen.join(" / ")}`;
    return found.map((one) => `${fault}: ${one} (${details})`);
  });
}
