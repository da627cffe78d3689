import path from "node:path";
import { checkDrafts } from "../../src/authoring/check-drafts.ts";
import { checkGlossary } from "../../src/authoring/check-glossary.ts";
import { checkLanguages } from "../../src/authoring/check-languages.ts";
import { checkPack } from "../../src/authoring/check-pack.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { type Fault, formatFault } from "../../src/knowledge/fault.ts";
import { type Knowledge, textsOf } from "../../src/knowledge/knowledge.ts";
import { languageFiles } from "../../src/knowledge/read-languages.ts";
import type { EntryList, EntrySummary, EntryText } from "../server/core-view.ts";

/**
 * All entries with their warnings, and the languages that are not fully translated.
 * @param folder the knowledge folder
 */
export function listEntries(knowledge: Knowledge, folder: string): EntryList {
  const terms = checkGlossary(folder);
  const isOfAnEntry = ({ file }: Fault) => file.endsWith(".md");
  const ofLanguages = [
    ...checkDrafts(folder),
    ...checkLanguages(knowledge, languageFiles(folder)),
    ...terms.filter((term) => !isOfAnEntry(term)),
  ];
  return {
    entries: summarize(knowledge, terms.filter(isOfAnEntry)),
    warnings: ofLanguages.map(formatFault),
  };
}

function summarize(knowledge: Knowledge, terms: readonly Fault[]): readonly EntrySummary[] {
  const { faults, warnings } = checkPack(knowledge, Date.now());
  const findings = [...faults, ...warnings, ...terms];
  return knowledge.entries.map((entry) => {
    const texts = textsOf(entry);
    const missing = knowledge.languages.filter((locale) => !entry.text[locale]);
    return {
      id: entry.id,
      kind: entry.kind,
      folder: entry.folder,
      verified: entry.verified,
      titles: Object.fromEntries(texts.map(([locale, { title }]) => [locale, title])),
      phrases: Object.fromEntries(texts.map(([locale, { phrases }]) => [locale, phrases.length])),
      warnings: [
        ...missing.map((locale) => `${locale}.md: missing`),
        ...findings.filter((fault) => isIn(fault, entry.folder)).map(toWarning),
      ],
    };
  });
}

/** An entry in every language, with each message that it can produce. */
export function describeEntry(knowledge: Knowledge, id: string): readonly EntryText[] | undefined {
  const entry = knowledge.find(id);
  return (
    entry &&
    textsOf(entry).map(([locale, { title, phrases }]) => ({
      locale,
      file: path.join(entry.folder, `${locale}.md`),
      title,
      phrases,
      messages: messagesOf(createReplyContext(knowledge, locale), entry),
    }))
  );
}

function isIn({ file }: Fault, folder: string): boolean {
  return file === folder || path.dirname(file) === folder;
}

function toWarning({ file, message }: Fault): string {
  return `${path.basename(file)}: ${message}`;
}
