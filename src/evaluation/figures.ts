import type { Verdict } from "./judge.ts";

/** Shares in percent; undefined where there was no question of that kind. */
export interface Figures {
  /** Questions with a label of ours, and what became of them. */
  readonly inScope: number;
  readonly top1?: number;
  readonly top3?: number;
  readonly helped?: number;
  readonly answeredRightly?: number;
  readonly answeredWrongly?: number;
  /** Questions that are only out-of-scope, and what became of them. */
  readonly outOfScope: number;
  readonly answeredAll?: number;
  readonly sentAway?: number;
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
    }),
    outOfScope: others.length,
    ...(others.length > 0 && {
      answeredAll: percent(others, ({ answered }) => answered === "wrongly"),
      sentAway: percent(others, ({ isSentAway }) => isSentAway),
    }),
  };
}

/** For each label, how many questions have it and in how many of them the likeliest meaning is right; the worst first. */
export function byLabel(verdicts: readonly Verdict[]) {
  const labels = [...new Set(verdicts.flatMap(({ question }) => question.labels))].sort();
  return labels
    .map((label) => {
      const own = verdicts.filter(({ question }) => question.labels.includes(label));
      return { label, questions: own.length, top1: percent(own, ({ isTop1 }) => isTop1) };
    })
    .sort((a, b) => a.top1 - b.top1);
}

/** What was taken for what, the most frequent first. */
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

/** Questions that did not go as they should: not helped, answered wrongly, or answered though not ours. */
export function wentWrong(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ inScope, isHelped, answered, isSentAway }) =>
    inScope ? !isHelped || answered === "wrongly" : answered === "wrongly" || !isSentAway,
  );
}

function percent<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return (100 * items.filter(fits).length) / items.length;
}
