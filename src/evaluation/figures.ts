import { areaUnderCurve } from "../lib/area-under-curve.ts";
import type { Verdict } from "./judge.ts";

/** Shares in percent; absent if there was no question of that kind. */
export interface Figures {
  /** Number of in-scope questions; the shares below are of them. */
  readonly inScope: number;
  readonly top1?: number;
  readonly top3?: number;
  readonly helped?: number;
  readonly answeredRightly?: number;
  readonly answeredWrongly?: number;
  /** Declined or sent to an `elsewhere` entry, and that was not right. */
  readonly lost?: number;
  /** Of the in-scope questions, and only if it was looked at: spoken to unasked. */
  readonly spokenTo?: number;
  /** Number of out-of-scope questions; the shares below are of them. */
  readonly outOfScope: number;
  readonly answeredAll?: number;
  readonly offered?: number;
  readonly sentAway?: number;
  readonly strangersSpokenTo?: number;
  /** How well the probability of being ours separates both sides (AUROC), in percent. */
  readonly separation?: number;
}

export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const ours = verdicts.filter(({ inScope }) => inScope);
  const others = verdicts.filter(({ inScope }) => !inScope);
  return {
    inScope: ours.length,
    ...(ours.length > 0 && {
      top1: percent(ours, ({ isTop1 }) => isTop1),
      top3: percent(ours, ({ isTop3 }) => isTop3),
      helped: percent(ours, ({ isHelped }) => isHelped),
      answeredRightly: percent(ours, ({ answered }) => answered === "rightly"),
      answeredWrongly: percent(ours, ({ answered }) => answered === "wrongly"),
      lost: percent(ours, ({ isSentAway, answered }) => isSentAway && answered !== "rightly"),
      ...(isAnySpeech(ours) && { spokenTo: percent(ours, ({ speaks }) => speaks === true) }),
    }),
    outOfScope: others.length,
    ...(others.length > 0 && {
      answeredAll: percent(others, ({ answered }) => answered === "wrongly"),
      offered: percent(others, ({ isSentAway, answered }) => !isSentAway && answered === "not"),
      sentAway: percent(others, ({ isSentAway }) => isSentAway),
      ...(isAnySpeech(others) && { strangersSpokenTo: percent(others, ({ speaks }) => speaks === true) }),
    }),
    ...(ours.length > 0 &&
      others.length > 0 && {
        separation:
          100 *
          areaUnderCurve(
            ours.map((verdict) => verdict.ours),
            others.map((verdict) => verdict.ours),
          ),
      }),
  };
}

function isAnySpeech(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(({ speaks }) => speaks !== undefined);
}

/** For each label: its number of questions, and the share whose likeliest entry is right; the worst first. */
export function byLabel(verdicts: readonly Verdict[]) {
  const labels = [...new Set(verdicts.flatMap(({ question }) => question.labels))].sort();
  return labels
    .map((label) => {
      const own = verdicts.filter(({ question }) => question.labels.includes(label));
      return { label, questions: own.length, top1: percent(own, ({ isTop1 }) => isTop1) };
    })
    .sort((a, b) => a.top1 - b.top1);
}

/** Which labels were taken for which, the most frequent first. */
export function confusions(verdicts: readonly Verdict[]) {
  const counts = new Map<string, { labels: string; taken: string; count: number }>();
  for (const { question, taken, isTop1 } of verdicts) {
    if (isTop1) continue;
    const labels = question.labels.join(" or ");
    const known = counts.get(`${labels} > ${taken}`);
    counts.set(`${labels} > ${taken}`, { labels, taken, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Questions with a bad result: not helped, answered wrongly, spoken to or not sent away although out of scope. */
export function wentWrong(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ inScope, isHelped, answered, isSentAway, speaks }) =>
    inScope ? !isHelped || answered === "wrongly" : !isSentAway || speaks === true,
  );
}

function percent<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return (100 * items.filter(fits).length) / items.length;
}
