import path from "node:path";
import { checkLanguages } from "../../src/authoring/check-languages.ts";
import { checkPack } from "../../src/authoring/check-pack.ts";
import { createReplyContext } from "../../src/conversation/replies/context.ts";
import { messagesOf } from "../../src/conversation/replies/entry-messages.ts";
import { type Fault, formatFault } from "../../src/knowledge/fault.ts";
import { type Knowledge, textsOf } from "../../src/knowledge/knowledge.ts";
import { languageFiles } from "../../src/knowledge/read-languages.ts";
import type { EntryLine, EntryList, EntryText } from "../server/backstage.ts";

/**
 * All entries, each with what is to be looked at, and languages whose file is not translated to its end.
 * @param folder where the knowledge stands
 */
export function listEntries(knowledge: Knowledge, folder: string): EntryList {
  const ofLanguages = checkLanguages(knowledge, languageFiles(folder));
  return { entries: toLines(knowledge), warnings: ofLanguages.map(formatFault) };
}

function toLines(knowledge: Knowledge): readonly EntryLine[] {
  const { faults, warnings } = checkPack(knowledge, Date.now());
  const noted = [...faults, ...warnings];
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
        ...noted.filter((fault) => isIn(fault, entry.folder)).map(toWarning),
      ],
    };
  });
}

/** An entry in every language, with each message that it can lead to. */
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
