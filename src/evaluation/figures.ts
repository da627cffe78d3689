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
  /** Number of out-of-scope questions; the shares below are of them. */
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

/** Questions with a bad result: not helped, answered wrongly, or answered although out of scope. */
export function wentWrong(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ inScope, isHelped, answered, isSentAway }) =>
    inScope ? !isHelped || answered === "wrongly" : answered === "wrongly" || !isSentAway,
  );
}

function percent<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return (100 * items.filter(fits).length) / items.length;
}
