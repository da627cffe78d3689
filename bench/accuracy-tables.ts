import { type EngineResults, evaluateEngine, shareWithin } from "./accuracy.ts";
import { engines } from "./engines/all.ts";
import type { Engine } from "./engines/engine.ts";
import { foldOwnDataset } from "./own-dataset.ts";
import type { PublicDataset } from "./public-datasets.ts";
import { percent, toTable } from "./tables.ts";

export interface AccuracyOptions {
  readonly seeds: number;
  readonly folds: number;
  /** Questions of each dataset; slow engines are asked fewer. */
  readonly maxQuestions: number;
}

/** Questions for a slow engine: of each fold of our own knowledge, and of each seed of a public dataset. */
const slowMaxQuestions = { own: 60, public: 100 };
const figures = ["top-1", "top-3", "top-1 with typos", "asked"];

export async function toOwnTable({ folds, maxQuestions }: AccuracyOptions): Promise<string> {
  const datasets = foldOwnDataset().slice(0, folds);
  const groups = ["en", "vi"];
  const rows: string[][] = [];
  for (const engine of engines) {
    const results: EngineResults[] = [];
    for (const dataset of datasets)
      results.push(await evaluateEngine(engine, dataset, maxQuestionsFor(engine, maxQuestions, "own")));
    rows.push([engine.name, ...groups.flatMap((group) => toFigures(results, group))]);
  }
  const head = groups.flatMap((group) => figures.map((figure) => `${group} ${figure}`));
  return toTable(["", ...head], rows);
}

export async function toPublicTable(
  { name, sample }: PublicDataset,
  { seeds, maxQuestions }: AccuracyOptions,
): Promise<string> {
  const rows: string[][] = [];
  for (const engine of engines) {
    const results: EngineResults[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      results.push(
        await evaluateEngine(engine, sample(seed), maxQuestionsFor(engine, maxQuestions, "public")),
      );
    }
    rows.push([engine.name, ...toFigures(results, name), toSeparation(results), `${seeds}`]);
  }
  return toTable(["", ...figures, "AUROC", "seeds"], rows);
}

function maxQuestionsFor({ pace }: Engine, max: number, data: keyof typeof slowMaxQuestions): number {
  return pace === "slow" ? Math.min(max, slowMaxQuestions[data]) : max;
}

function toFigures(results: readonly EngineResults[], group: string): readonly string[] {
  const questions = results
    .flatMap((result) => result.questions)
    .filter((question) => question.group === group);
  const ranks = questions.map(({ rank }) => rank);
  const mistyped = questions.map(({ rankMistyped }) => rankMistyped);
  const shares = [shareWithin(1, ranks), shareWithin(3, ranks), shareWithin(1, mistyped)];
  return [...shares.map(percent), `${questions.length}`];
}

/** The mean over the seeds, since scores of differently trained engines are not comparable. */
function toSeparation(results: readonly EngineResults[]): string {
  const separations = results.flatMap(({ separation }) => separation ?? []);
  if (separations.length === 0) return "";
  return percent(separations.reduce((sum, one) => sum + one, 0) / separations.length);
}
