import path from "node:path";
import { type Locale, lastLocale } from "../answer/locale.ts";
import { missingSentences } from "../knowledge/draft-language.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { readKnowledge } from "../knowledge/load.ts";
import { readLines } from "../knowledge/read-files.ts";
import { draftsFor, languageFiles } from "../knowledge/read-languages.ts";
import { textFile } from "../knowledge/unlocated-fault.ts";

/** Maximum names in a warning that counts what is missing. */
const maxShown = 3;

/** Warns of faults in languages that are only begun, and of what these lack: files that are begun come first. */
export function checkDrafts(folder: string): readonly Fault[] {
  return draftsFor(folder).flatMap((locale) => checkDraft(folder, locale));
}

function checkDraft(folder: string, locale: Locale): readonly Fault[] {
  const file = languageFiles(folder).get(locale) ?? locale;
  const { knowledge, faults } = readKnowledge(folder, { draft: locale });
  const own = faults.filter((fault) => isOf(fault, locale));
  const begun = own.filter((fault) => !isAbsence(fault));
  const gaps = [
    ...begun,
    ...sentenceGap(folder, file),
    ...own.filter((fault) => isAbsence(fault) && fault.file.endsWith(".yaml")),
    ...textGap(knowledge, begun, { locale, file }),
  ];
  if (gaps.length > 0) return gaps;
  return [{ file, message: "draft: nothing is missing: remove this line, and the language is offered" }];
}

function isOf({ file }: Fault, locale: Locale): boolean {
  return [`${locale}.yaml`, `${locale}.md`, `asks.${locale}.yaml`].includes(path.basename(file));
}

/** Whether a file is not there at all. */
function isAbsence({ message }: Fault): boolean {
  return message.startsWith("missing:");
}

function sentenceGap(folder: string, file: string): readonly Fault[] {
  const english = languageFiles(folder).get(lastLocale);
  const missing = english === undefined ? [] : missingSentences(readLines(english), readLines(file));
  if (missing.length === 0) return [];
  return [
    { file, message: `draft: ${missing.length} sentences are still said in English: ${shown(missing)}` },
  ];
}

function textGap(
  { entries }: Knowledge,
  begun: readonly Fault[],
  { locale, file }: { readonly locale: Locale; readonly file: string },
): readonly Fault[] {
  const missing = entries.filter(
    (entry) => !entry.text[locale] && !begun.some((fault) => fault.file === textFile(entry, locale)),
  );
  if (missing.length === 0) return [];
  const names = shown(missing.map(({ id }) => id));
  const count = missing.length === 1 ? "1 entry has" : `${missing.length} entries have`;
  return [{ file, message: `draft: ${count} no ${locale}.md yet: ${names}` }];
}

function shown(names: readonly string[]): string {
  return `${names.slice(0, maxShown).join(", ")}${names.length > maxShown ? " ..." : ""}`;
}
