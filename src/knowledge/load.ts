import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Locale } from "../answer/locale.ts";
import { toWords } from "../lib/normalise.ts";
import { crossCheck } from "./cross-check.ts";
import type { Entry, EntryText } from "./entry.ts";
import { type Fault, fromHere, KnowledgeError, sortFaults } from "./fault.ts";
import { createKnowledge, type Knowledge } from "./knowledge.ts";
import { readNames } from "./names.ts";
import { readQuestions } from "./questions.ts";
import { readAddresses } from "./read-addresses.ts";
import { readAsks } from "./read-asks.ts";
import { filesNamed, readLines } from "./read-files.ts";
import { readFollowUps } from "./read-follow-ups.ts";
import { readGlossaries } from "./read-glossary.ts";
import { languagesIn, readLanguages, textsWithoutLanguage } from "./read-languages.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readOtherLanguages } from "./read-other-languages.ts";
import { type LineOf, readYaml } from "./read-yaml.ts";
import { entrySchema, frontMatterSchema, idPattern, idRule, packSchema, synonymsSchema } from "./schema.ts";

interface LoadOptions {
  /** The languages that every entry must have; default: all that any entry has and the bot supports. */
  readonly languages?: readonly Locale[];
  /** A language that is only begun, to be read like the others; default: none. */
  readonly draft?: Locale;
}

/**
 * Loads all entries below a folder. A folder with an entry.yaml is an entry.
 * @throws KnowledgeError with all faults, sorted by file
 */
export function loadKnowledge(knowledgeFolder: string, options: LoadOptions = {}): Knowledge {
  const { knowledge, faults } = readKnowledge(knowledgeFolder, options);
  if (faults.length > 0) throw new KnowledgeError(fromHere(knowledgeFolder), faults);
  return knowledge;
}

/**
 * Reads all that can be read, with all faults sorted by file.
 * @throws KnowledgeError if there is no such folder
 */
export function readKnowledge(
  knowledgeFolder: string,
  options: LoadOptions = {},
): { readonly knowledge: Knowledge; readonly faults: readonly Fault[] } {
  const folder = fromHere(knowledgeFolder);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const message = "no such folder: set KNOWLEDGE_DIR to the folder that holds the entries";
    throw new KnowledgeError(folder, [{ file: folder, message }]);
  }

  const { draft } = options;
  const { strings, faults: ofLanguages } = readLanguages(folder, draft);
  const withoutLanguage = options.languages ? [] : textsWithoutLanguage(folder);
  const { languages: complete = languagesIn(folder) } = options;
  const languages = draft === undefined ? complete : [...complete, draft];
  const log: LoadLog = { faults: [...ofLanguages, ...withoutLanguage], lines: new Map(), unread: [] };
  const pack = mergePacks(
    filesNamed("pack.yaml", folder).map((file) => readPack(file, log)),
    log,
  );
  const entries = filesNamed("entry.yaml", folder).flatMap((file) => readEntry(file, languages, log) ?? []);
  if (entries.length === 0 && log.faults.length === 0) {
    log.faults.push({
      file: folder,
      message: "no entries: an entry is a folder that holds entry.yaml and a text in each language, as en.md",
    });
  }
  log.faults.push(...missingEntryFiles(folder, languages));

  const synonyms = readSynonyms(filesNamed("synonyms.yaml", folder), log);
  const { file: packFile = folder, home, person, genuine } = pack;
  const { names, faults: ofNames } = readNames(folder);
  const ofQuestions = readQuestions(folder);
  const { addresses, faults: ofAddresses } = readAddresses(folder);
  const { otherLanguages, faults: ofOthers } = readOtherLanguages(folder);
  const { asks, faults: ofAsks, hasUnread: hasUnreadAsks } = readAsks(folder, languages);
  const knowledge = createKnowledge({
    entries,
    languages,
    strings,
    otherLanguages: otherLanguages.filter(({ code }) => !strings.has(code)),
    synonyms,
    names,
    questions: ofQuestions.questions,
    asks,
    home,
    person,
    genuine,
    addresses,
  });
  const faults = [
    ...log.faults,
    ...ofAsks,
    ...ofNames,
    ...ofAddresses,
    ...ofOthers,
    ...readGlossaries(folder).faults,
    ...ofQuestions.faults,
    ...crossCheck(knowledge, { ...log, packFile, hasUnreadAsks, questions: ofQuestions }),
  ];
  return { knowledge, faults: sortFaults(faults) };
}

/** Reports folders that have texts but no entry.yaml, and would be ignored. */
function missingEntryFiles(folder: string, languages: readonly Locale[]): readonly Fault[] {
  const folders = languages
    .flatMap((locale) => filesNamed(`${locale}.md`, folder))
    .map((file) => path.dirname(file));
  return [...new Set(folders)]
    .map((entryFolder) => path.join(entryFolder, "entry.yaml"))
    .filter((file) => !existsSync(file))
    .map((file) => ({ file, message: "missing: an entry begins with kind: answer" }));
}

/** What is collected while loading: the faults, and the lines of each file's values. */
interface LoadLog {
  readonly faults: Fault[];
  readonly lines: Map<string, LineOf>;
  /** Entries with an invalid entry.yaml, with their texts. */
  readonly unread: Entry[];
}

interface Pack {
  readonly file?: string;
  readonly home?: string | undefined;
  readonly person?: string | undefined;
  readonly genuine?: string | undefined;
}

function readPack(file: string, log: LoadLog): Pack {
  const pack = readYaml({ file, text: readLines(file) }, packSchema);
  log.faults.push(...pack.faults);
  log.lines.set(file, pack.lineOf);
  return { ...pack.value, file };
}

/** Merges the pack files; only the first may name entries. */
function mergePacks([first = {}, ...others]: readonly Pack[], log: LoadLog): Pack {
  for (const { file, home, person, genuine } of others) {
    if (!file || !(home || person || genuine)) continue;
    const message = `home, person and genuine have their place in ${first.file}: name them there only`;
    log.faults.push({ file, message });
  }
  return first;
}

function readSynonyms(files: readonly string[], log: LoadLog): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const groups = readYaml({ file, text: readLines(file) }, synonymsSchema);
    log.faults.push(...groups.faults);
    for (const [index, group] of (groups.value ?? []).entries()) {
      for (const [position, expression] of group.entries()) {
        const same = toWords(expression).join(" ");
        const message = `"${expression}" stands twice: an expression belongs to one group`;
        if (seen.has(same)) log.faults.push({ file, line: groups.lineOf([index, position]), message });
        seen.add(same);
      }
    }
    return groups.value ?? [];
  });
}

/** Stands in for an invalid entry.yaml, so that faults in its texts are reported too. */
const unreadableEntry = { kind: "elsewhere", unasked: false, source: [], related: [], formerly: [] } as const;

function readEntry(file: string, languages: readonly Locale[], log: LoadLog): Entry | undefined {
  const folder = path.dirname(file);
  const id = path.basename(path.resolve(folder));
  if (!idPattern.test(id)) log.faults.push({ file: folder, message: `${idRule}: rename the folder` });

  const head = readYaml({ file, text: readLines(file) }, entrySchema);
  log.faults.push(...head.faults);
  log.lines.set(file, head.lineOf);
  const texts = languages.flatMap((locale) => {
    const text = readText(path.join(folder, `${locale}.md`), log);
    return text ? [[locale, text] as const] : [];
  });
  if (!head.value || texts.length === 0) {
    log.unread.push({ ...unreadableEntry, id, folder, text: Object.fromEntries(texts) });
    return undefined;
  }
  return { ...head.value, id, folder, text: Object.fromEntries(texts) };
}

/** The file with the follow-ups of a text: follow-ups.en.yaml beside en.md. */
function followUpsFile(file: string): string {
  return path.join(path.dirname(file), `follow-ups.${path.basename(file, ".md")}.yaml`);
}

const frontMatter = /^---[ \t]*\n(.*?)^---[ \t]*(?:\n|$)/ms;

function readText(file: string, log: LoadLog): EntryText | undefined {
  if (!existsSync(file)) {
    log.faults.push({ file, message: "missing: every entry needs a text in each language" });
    return undefined;
  }
  const whole = readLines(file);
  const match = frontMatter.exec(whole);
  if (match?.index !== 0) {
    const message = /^---[ \t]*\n/.test(whole)
      ? "the closing line --- is missing: it stands between the phrases and the text"
      : "begin with a line ---, then title and phrases, then a line ---";
    log.faults.push({ file, line: 1, message });
    return undefined;
  }

  const [block, yaml = ""] = match;
  const head = readYaml(
    { file, text: yaml, lineOffset: 1, comments: "on-their-own-line" },
    frontMatterSchema,
  );
  const body = readMarkdown({
    file,
    text: whole.slice(block.length),
    lineOffset: block.split("\n").length - 1,
  });
  log.faults.push(...head.faults, ...body.faults);
  log.lines.set(file, head.lineOf);
  if (!head.value) return undefined;
  const { title, short = title, ...rest } = head.value;
  const { followUps, faults } = readFollowUps(followUpsFile(file), body.sections);
  log.faults.push(...faults);
  return { title, short, ...rest, ...body.sections, ...(followUps && { followUps }) };
}
