import type { Knowledge } from "../../knowledge/knowledge.ts";
import { toWords } from "../../lib/normalise.ts";
import { createExpressions } from "../../matching/expressions.ts";

/** What a message says about the answer before it, apart from what it asks. */
export interface HeardFollowUp {
  /** The answer helped. */
  readonly worked: boolean;
  /** The answer did not help. */
  readonly noHelp: boolean;
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
  const turns = cues.flatMap((one) => one.turns);
  const step = new Set(cues.flatMap((one) => one.step));
  return (text) => {
    const words = toWords(text);
    const isQuestion = /[?？]/.test(text);
    const hasWorked = words.length <= maxWorkedWords && !isQuestion && leavesNoTurn(words, worked, turns);
    return { worked: hasWorked, noHelp: noHelp.isAmong(words), step: stepIn(words, step) };
  };
}

/** Whether an expression is found and none of the other words turns the message around. */
function leavesNoTurn(
  words: readonly string[],
  expressions: ReturnType<typeof createExpressions>,
  turns: readonly string[],
): boolean {
  const rest: string[] = [];
  let isFound = false;
  for (let start = 0; start < words.length; ) {
    const expression = expressions.at(words, start);
    if (expression) isFound = true;
    else rest.push(words[start] ?? "");
    start += expression?.length ?? 1;
  }
  return isFound && !rest.some((word) => turns.includes(word));
}

function stepIn(words: readonly string[], step: ReadonlySet<string>): number | undefined {
  const index = words.findIndex((word, at) => step.has(word) && /^\d{1,2}$/.test(words[at + 1] ?? ""));
  return index < 0 ? undefined : Number(words[index + 1]);
}
