import { byLabel, confusions, type Figures, figuresOf, wentWrong } from "./figures.ts";
import type { Verdict } from "./judge.ts";
import { languagesOf } from "./languages-of.ts";

/** Maximum confusions and questions shown; the JSON has all. */
const maxShownEntries = 15;

const lines: readonly (readonly [string, keyof Figures, "%" | ""])[] = [
  ["in scope: questions", "inScope", ""],
  ["  best candidate right", "top1", "%"],
  ["  right one among the first three", "top3", "%"],
  ["  helped", "helped", "%"],
  ["  answered outright and rightly", "answeredRightly", "%"],
  ["  answered outright with a wrong entry", "answeredWrongly", "%"],
  ["  sent away or declined", "lost", "%"],
  ["  spoken to unasked", "spokenTo", "%"],
  ["out of scope: questions", "outOfScope", ""],
  ["  answered outright as if they were ours", "answeredAll", "%"],
  ["  shown a choice or guesses", "offered", "%"],
  ["  declined or sent to an elsewhere", "sentAway", "%"],
  ["  spoken to unasked", "strangersSpokenTo", "%"],
  ["ours told from strangers (AUROC)", "separation", "%"],
];

/** All figures as JSON, for programs. */
export function toJson(verdicts: readonly Verdict[]) {
  return {
    languages: Object.fromEntries(languagesOf(verdicts).map(([name, own]) => [name, figuresOf(own)])),
    labels: byLabel(verdicts),
    confusions: confusions(verdicts),
    wrong: wentWrong(verdicts).map(({ question, outcome, taken, speaks, triggers }) => ({
      ...question,
      outcome,
      taken,
      ...(speaks !== undefined && { speaks }),
      ...(triggers && { triggers }),
    })),
  };
}

/** The main figures as text, for people. */
export function toText(verdicts: readonly Verdict[]): string {
  const groups = languagesOf(verdicts).map(([name, own]) => [name, figuresOf(own)] as const);
  const cell = (value: number | undefined, unit: string) =>
    (value === undefined ? "-" : `${unit ? value.toFixed(1) : value}${unit}`).padStart(9);
  const wrong = wentWrong(verdicts);
  return [
    `${"".padEnd(42)}${groups.map(([name]) => name.padStart(9)).join("")}`,
    ...lines
      .filter(([, key]) => groups.some(([, figures]) => figures[key] !== undefined))
      .map(
        ([label, key, unit]) =>
          `${label.padEnd(42)}${groups.map(([, figures]) => cell(figures[key], unit)).join("")}`,
      ),
    "",
    "best candidate right, by entry (the weakest first)",
    ...byLabel(verdicts).map(
      ({ label, questions, top1 }) => `${cell(top1, "%")} of ${String(questions).padStart(4)}  ${label}`,
    ),
    "",
    "taken for something else (the most frequent first)",
    ...confusions(verdicts)
      .slice(0, maxShownEntries)
      .map(({ labels, taken, count }) => `${String(count).padStart(5)}  ${labels} -> ${taken}`),
    "",
    `questions that went wrong (${wrong.length}${wrong.length > maxShownEntries ? `, the first ${maxShownEntries}; all with --json` : ""})`,
    ...wrong
      .slice(0, maxShownEntries)
      .flatMap(({ question, outcome, taken, triggers = [] }) => [
        `  "${question.text.replaceAll(/\s+/g, " ").slice(0, 100)}"`,
        `      wanted ${question.labels.join(" or ")}, ${outcome}, likeliest ${taken}`,
        ...(triggers.length > 0 ? [`      hangs on: ${triggers.join(", ")}`] : []),
      ]),
  ].join("\n");
}
