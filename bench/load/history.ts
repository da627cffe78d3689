import { appendFileSync, existsSync } from "node:fs";
import path from "node:path";

const file = path.join(import.meta.dirname, "..", "HISTORY.csv");

/** What a run under load came to. Ratios are Signpost to the bare app in the same run. */
export interface LoadFigures {
  /** Of the medians until the answer is there. */
  readonly onePerson: number;
  readonly manyPeople: number;
  /** Of the CPU time of a command, one person at a time. */
  readonly cpu: number;
  /** 99 of 100 commands are acknowledged within so many milliseconds, with many people at once. */
  readonly acknowledgedMs: number;
  /** Resident memory at the end. */
  readonly residentMb: number;
}

const columns = ["onePerson", "manyPeople", "cpu", "acknowledgedMs", "residentMb"] as const;

/** Adds a line to bench/HISTORY.csv, so that a regression is seen by whoever runs the benchmark. */
export function addToHistory(what: string, isQuick: boolean, figures: LoadFigures): void {
  if (!existsSync(file)) appendFileSync(file, `date,what,run,${columns.join(",")}\n`);
  const run = isQuick ? "quick" : "full";
  const values = columns.map((column) => figures[column].toFixed(2));
  appendFileSync(file, `${[new Date().toISOString().slice(0, 10), what, run, ...values].join(",")}\n`);
}
