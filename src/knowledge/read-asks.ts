import { existsSync } from "node:fs";
import path from "node:path";
import type { Locale } from "../answer/locale.ts";
import { nearest } from "../lib/nearest.ts";
import { type Ask, type AskText, isNotYet } from "./ask.ts";
import { asksSchema, askTextsSchema } from "./ask-schema.ts";
import type { Fault } from "./fault.ts";
import { filesNamed, readLines } from "./read-files.ts";
import { type LineOf, readYaml } from "./read-yaml.ts";

interface Asks {
  readonly asks: ReadonlyMap<string, Ask>;
  readonly faults: readonly Fault[];
  /** Whether some could not be read, so that an unknown id may exist after all. */
  readonly hasUnread: boolean;
}

/** Reads the questions of the case forms from every pack below a folder. */
export function readAsks(folder: string, languages: readonly Locale[]): Asks {
  const packs = filesNamed("asks.yaml", folder).map((file) => readPack(file, languages));
  const all = packs.flatMap(({ asks }) => asks);
  return {
    asks: new Map(all.map((ask) => [ask.id, ask])),
    faults: [
      ...packs.flatMap(({ faults }) => faults),
      ...repeatedIds(packs),
      ...missingAskFiles(folder, languages),
    ],
    hasUnread: packs.some(({ isRead }) => !isRead),
  };
}

interface ReadPack {
  readonly file: string;
  readonly asks: readonly Ask[];
  readonly isRead: boolean;
  readonly lineOf: LineOf;
  readonly faults: readonly Fault[];
}

function readPack(file: string, languages: readonly Locale[]): ReadPack {
  const folder = path.dirname(file);
  const { value, faults, lineOf } = readYaml(
    { file, text: readLines(file), comments: "on-their-own-line" },
    asksSchema,
  );
  const heads = Object.entries(value ?? {}).map(([id, head]) => ({ ...head, id, folder }));
  const texts = languages.map((locale) => readTexts(path.join(folder, `asks.${locale}.yaml`), locale));
  const asks = heads.map((head): Ask => ({ ...head, text: textsFor(head.id, texts) }));
  return {
    file,
    asks,
    isRead: value !== undefined,
    lineOf,
    faults: [
      ...faults,
      ...texts.flatMap((each) => each.faults),
      ...(value ? texts.flatMap((each) => mismatches(asks, each)) : []),
    ],
  };
}

/** The labels in one file, by the question's id; `texts` is absent if the file can't be read. */
interface ReadTexts {
  readonly locale: Locale;
  readonly file: string;
  readonly texts?: ReadonlyMap<string, AskText> | undefined;
  readonly faults: readonly Fault[];
  readonly lineOf: LineOf;
}

function readTexts(file: string, locale: Locale): ReadTexts {
  if (!existsSync(file)) {
    const message = "missing: what a form asks needs its labels in each language";
    return { locale, file, faults: [{ file, message }], lineOf: () => 1 };
  }
  const { value, ...rest } = readYaml(
    { file, text: readLines(file), comments: "on-their-own-line" },
    askTextsSchema,
  );
  return { locale, file, texts: value && new Map(Object.entries(value)), ...rest };
}

function textsFor(id: string, files: readonly ReadTexts[]): Ask["text"] {
  return Object.fromEntries(
    files.flatMap(({ locale, texts }) => {
      const text = texts?.get(id);
      return text ? [[locale, text]] : [];
    }),
  );
}

/** Reports questions and options that only one of asks.yaml and the language's file has. */
function mismatches(asks: readonly Ask[], { file, texts, lineOf }: ReadTexts): readonly Fault[] {
  if (!texts) return [];
  const ids = asks.map(({ id }) => id);
  const unknown = [...texts.keys()].filter((id) => !ids.includes(id));
  return [
    ...unknown.map((id) => ({
      file,
      line: lineOf([id]),
      message: `${id}: ${unknownIdMessage("question", id, ids)}`,
    })),
    ...asks.flatMap((ask): readonly Fault[] => {
      const text = texts.get(ask.id);
      if (!text) return [{ file, message: `${ask.id}: give the question a label` }];
      return [...optionMismatches(ask, text), ...untriedMismatches(ask, text)].map(({ at, message }) => ({
        file,
        line: lineOf(at),
        message,
      }));
    }),
  ];
}

interface Mismatch {
  readonly at: readonly string[];
  readonly message: string;
}

function optionMismatches(ask: Ask, text: AskText): readonly Mismatch[] {
  const at = [ask.id, "options"];
  const expected = ask.kind === "choice" ? ask.options.map(({ id }) => id) : [];
  const given = Object.keys(text.options);
  return [
    ...expected
      .filter((id) => !given.includes(id))
      .map((id) => ({ at, message: `${at.join(".")}: give "${id}" a label` })),
    ...given
      .filter((id) => !expected.includes(id))
      .map((id) => ({
        at: [...at, id],
        message: `${at.join(".")}: ${unknownIdMessage("option", id, expected)}`,
      })),
  ];
}

/** Who answers "not yet" is told what was not tried; nobody else is. */
function untriedMismatches(ask: Ask, { untried }: AskText): readonly Mismatch[] {
  const isAsked = ask.kind === "choice" && ask.options.some(({ id }) => isNotYet(ask, id));
  if (isAsked === (untried !== undefined)) return [];
  const message = isAsked
    ? `${ask.id}: say under untried what was not tried yet`
    : `${ask.id}.untried: nobody would see it: no option that says what was tried is ""`;
  return [{ at: isAsked ? [ask.id] : [ask.id, "untried"], message }];
}

function unknownIdMessage(what: "question" | "option", id: string, known: readonly string[]): string {
  const suggestion = nearest(id, known);
  return `asks.yaml has no ${what} "${id}"${suggestion === undefined ? "" : `: did you mean "${suggestion}"?`}`;
}

function repeatedIds(packs: readonly ReadPack[]): readonly Fault[] {
  const owners = new Map<string, string>();
  return packs.flatMap(({ file, asks, lineOf }) =>
    asks.flatMap(({ id }) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? file);
      if (owner === undefined) return [];
      return [{ file, line: lineOf([id]), message: `${id}: ${owner} asks this already: an id stands once` }];
    }),
  );
}

/** Reports folders that have labels but no asks.yaml, and would be ignored. */
function missingAskFiles(folder: string, languages: readonly Locale[]): readonly Fault[] {
  const folders = languages
    .flatMap((locale) => filesNamed(`asks.${locale}.yaml`, folder))
    .map((file) => path.dirname(file));
  return [...new Set(folders)]
    .map((packFolder) => path.join(packFolder, "asks.yaml"))
    .filter((file) => !existsSync(file))
    .map((file) => ({ file, message: "missing: there are labels beside it for what a form asks" }));
}
