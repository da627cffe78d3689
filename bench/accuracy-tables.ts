import { type Examined, examine, shareWithin } from "./accuracy.ts";
import { engines } from "./engines/all.ts";
import type { Engine } from "./engines/engine.ts";
import { foldOwnKnowledge } from "./own-knowledge.ts";
import type { PublicSet } from "./public-sets.ts";
import { percent, toTable } from "./tables.ts";

/** How much is asked. `sample`: questions of a trial; the slow engines have limits of their own. */
export interface Extent {
  readonly seeds: number;
  readonly folds: number;
  readonly sample: number;
}

/** Of each fold of our own knowledge, and of each seed of a public set. */
const slowSample = { own: 60, public: 100 };
const figures = ["top-1", "top-3", "top-1 with typos", "asked"];

export async function toOwnTable({ folds, sample }: Extent): Promise<string> {
  const trials = foldOwnKnowledge().slice(0, folds);
  const groups = ["en", "vi"];
  const rows: string[][] = [];
  for (const engine of engines) {
    const all: Examined[] = [];
    for (const trial of trials) all.push(await examine(engine, trial, sampleFor(engine, sample, "own")));
    rows.push([engine.name, ...groups.flatMap((group) => toFigures(all, group))]);
  }
  const head = groups.flatMap((group) => figures.map((figure) => `${group} ${figure}`));
  return toTable(["", ...head], rows);
}

export async function toPublicTable({ name, draw }: PublicSet, { seeds, sample }: Extent): Promise<string> {
  const rows: string[][] = [];
  for (const engine of engines) {
    const all: Examined[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      all.push(await examine(engine, draw(seed), sampleFor(engine, sample, "public")));
    }
    rows.push([engine.name, ...toFigures(all, name), toSeparation(all), `${seeds}`]);
  }
  return toTable(["", ...figures, "AUROC", "seeds"], rows);
}

function sampleFor({ pace }: Engine, sample: number, data: keyof typeof slowSample): number {
  return pace === "slow" ? Math.min(sample, slowSample[data]) : sample;
}

function toFigures(all: readonly Examined[], group: string): readonly string[] {
  const outcomes = all.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome.group === group);
  const places = outcomes.map(({ place }) => place);
  const mistyped = outcomes.map(({ placeMistyped }) => placeMistyped);
  const shares = [shareWithin(1, places), shareWithin(3, places), shareWithin(1, mistyped)];
  return [...shares.map(percent), `${outcomes.length}`];
}

/** The mean over the seeds: scores of differently taught engines are not of one scale. */
function toSeparation(all: readonly Examined[]): string {
  const separations = all.flatMap(({ separation }) => separation ?? []);
  if (separations.length === 0) return "";
  return percent(separations.reduce((sum, one) => sum + one, 0) / separations.length);
}
