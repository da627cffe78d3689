import type { Verdict } from "./judge.ts";

/** The verdicts of each language, the languages by name. */
export function languagesOf(
  verdicts: readonly Verdict[],
): readonly (readonly [string, readonly Verdict[]])[] {
  const languages = [...new Set(verdicts.map(({ question }) => question.language))].sort();
  return languages.map((language) => [
    language,
    verdicts.filter(({ question }) => question.language === language),
  ]);
}
