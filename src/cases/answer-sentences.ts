import { lastLocale } from "../answer/locale.ts";
import { fill } from "../answer/text.ts";
import { type Ask, chosenIds } from "../knowledge/ask.ts";
import type { AwsCase } from "../knowledge/entry.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { maskSecrets } from "../safety/mask.ts";
import { datesAt } from "./dates.ts";
import { asksOf, type Draft } from "./draft.ts";

/** An answer, or one of several chosen options, and its sentence in the draft. */
export interface AnswerSentence {
  readonly ask: Ask;
  readonly value: string;
  readonly english: string;
  /** Whether it says a step that was tried. */
  readonly isTried: boolean;
}

/** The answers of a draft that say something to AWS, in the order of the questions. */
export function answerSentences(
  knowledge: Knowledge,
  awsCase: AwsCase,
  draft: Draft,
): readonly AnswerSentence[] {
  return asksOf(knowledge, awsCase).flatMap((ask) => {
    const answer = draft.answers[ask.id] ?? "";
    const values = ask.kind === "choice" ? chosenIds(ask, answer) : [answer].filter((words) => words !== "");
    return values.flatMap((value) => {
      const english = sentenceOf(ask, value, draft);
      const isFact = ask.kind === "choice" && (ask.facts ?? []).includes(value);
      return english === "" ? [] : [{ ask, value, english, isTried: ask.isTried && !isFact }];
    });
  });
}

/** @returns nothing for an option that no longer exists */
function sentenceOf(ask: Ask, value: string, { at, languages = {} }: Draft): string {
  if (ask.kind === "choice")
    return fill(ask.options.find(({ id }) => id === value)?.english ?? "", datesAt(at));
  if (ask.kind === "line" && ask.except?.includes(value)) return "";
  // Masked again: a value may be a secret only in the context of the sentence.
  const language = languageMark(languages[ask.id]);
  return maskSecrets(fill(ask.english.replace("{language}", language), { words: value }));
}

const languageNames = new Intl.DisplayNames(lastLocale, { type: "language" });

/** " (in Vietnamese)" after the words that announce what a person wrote; nothing for English. */
function languageMark(locale: string | undefined): string {
  if (locale === undefined || locale === lastLocale) return "";
  return ` (in ${languageNames.of(locale) ?? locale})`;
}
