import type { Knowledge } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";
import { createExpressions } from "../../matching/expressions.ts";

/** What a message says about the answer before it, apart from what it asks. */
export interface HeardFollowUp {
  /** The answer helped. */
  readonly worked: boolean;
  /** The answer did not help. */
  readonly noHelp: boolean;
  /** Something shows that more is wrong: "but", "now". */
  readonly turns: boolean;
  /** The number of a step that it names. */
  readonly step: number | undefined;
}

export type HearFollowUp = (text: string) => HeardFollowUp;

/** A longer message is not only about whether the answer helped. */
const maxWorkedWords = 14;

/** As far as the languages say how people speak of an answer. */
export function createHearFollowUp({ strings }: Knowledge): HearFollowUp {
  const cues = [...strings.values()].map(({ followUps }) => followUps);
  const worked = createExpressions(cues.flatMap((one) => one.worked));
  const noHelp = createExpressions(cues.flatMap((one) => one.noHelp));
  const turns = new Set(cues.flatMap((one) => one.turns));
  const findStep = createFindStep(strings);
  return (text) => {
    const words = toWords(text);
    const isQuestion = /[?？]/.test(text);
    const hasWorked = words.length <= maxWorkedWords && !isQuestion && leavesNoTurn(words, worked, turns);
    return {
      worked: hasWorked,
      noHelp: noHelp.isAmong(words),
      turns: words.some((word) => turns.has(word)),
      step: findStep(words),
    };
  };
}

/** Whether an expression is found and none of the other words turns the message around. */
function leavesNoTurn(
  words: readonly string[],
  expressions: ReturnType<typeof createExpressions>,
  turns: ReadonlySet<string>,
): boolean {
  const rest: string[] = [];
  let isFound = false;
  for (let start = 0; start < words.length; ) {
    const expression = expressions.at(words, start);
    if (expression) isFound = true;
    else rest.push(words[start] ?? "");
    start += expression?.length ?? 1;
  }
  return isFound && !rest.some((word) => turns.has(word));
}

/** Finds the number of a step: "step 3", "the third one", "bước thứ ba". */
function createFindStep(strings: Knowledge["strings"]): (words: readonly string[]) => number | undefined {
  const all = [...strings.values()];
  const step = new Set(all.flatMap(({ followUps }) => followUps.step));
  const after = new Set([...step, ...all.flatMap(({ ordinals }) => ordinals.after)]);
  const ordinals = createExpressions(all.flatMap(({ ordinals: { words } }) => words));
  const numberOf = new Map(
    all.flatMap(({ ordinals: { words } }) => words.map((word, index) => [word, index + 1] as const)),
  );
  return (words) => {
    for (let start = 0; start < words.length; start++) {
      const isAfterStep = step.has(words[start - 1] ?? "");
      if (isAfterStep && /^\d{1,2}$/.test(words[start] ?? "")) return Number(words[start]);
      const ordinal = ordinals.at(words, start);
      if (ordinal && (isAfterStep || after.has(words[start + ordinal.length] ?? "")))
        return numberOf.get(ordinal.join(" "));
    }
    return undefined;
  };
}
