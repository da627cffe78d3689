import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Locale, lastLocale, localePattern } from "../answer/locale.ts";
import { projectRoot } from "../lib/built-program.ts";
import { draftSchema, isDraft } from "./draft-language.ts";
import { type Fault, fromHere } from "./fault.ts";
import { type LanguageStrings, languageStringsSchema } from "./language-strings.ts";
import { filesNamed, readLines } from "./read-files.ts";
import { type LineOf, readYaml } from "./read-yaml.ts";

/** The file that says how the bot tells people which languages it speaks, in languages that it doesn't speak. */
export const otherLanguagesFile = "other-languages.yaml";

/** The languages shipped with Signpost; a knowledge folder may add or replace some. */
export const shippedLanguages = path.join(projectRoot, "knowledge", "languages");

interface ReadLanguages {
  readonly strings: ReadonlyMap<Locale, LanguageStrings>;
  readonly faults: readonly Fault[];
}

/** The languages available for a knowledge folder, by the names of their files; drafts are not among them. */
export function languagesFor(folder: string): readonly Locale[] {
  const drafts = draftsFor(folder);
  return [...languageFiles(folder).keys()].filter((locale) => !drafts.includes(locale));
}

/** The languages that are only begun (`draft: true`). */
export function draftsFor(folder: string): readonly Locale[] {
  return [...languageFiles(folder)].flatMap(([locale, file]) =>
    locale !== lastLocale && isDraft(readLines(file)) ? [locale] : [],
  );
}

/** The file of each available language: `lastLocale` first, the others sorted by code. */
export function languageFiles(folder: string): ReadonlyMap<Locale, string> {
  const files = new Map(
    [shippedLanguages, path.join(folder, "languages")].map(fromHere).flatMap((languagesFolder) =>
      yamlFilesIn(languagesFolder).flatMap((name): readonly (readonly [Locale, string])[] => {
        const locale = path.basename(name, ".yaml");
        return localePattern.test(locale) ? [[locale, path.join(languagesFolder, name)]] : [];
      }),
    ),
  );
  const rank = (locale: Locale) => (locale === lastLocale ? "" : locale);
  return new Map([...files].sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1)));
}

/**
 * Reads the strings of all languages available for a knowledge folder.
 * @param draft a language that is only begun, to be read as well
 */
export function readLanguages(folder: string, draft?: Locale): ReadLanguages {
  const files = languageFiles(folder);
  const english = files.get(lastLocale);
  const read = [...languagesFor(folder), ...(draft === undefined ? [] : [draft])].flatMap((locale) => {
    const file = files.get(locale);
    if (file === undefined) return [];
    return [{ locale, ...readLanguage(file, locale === draft ? english : undefined) }];
  });
  const known = read.flatMap(({ strings, ...rest }) => (strings ? [{ strings, ...rest }] : []));
  return {
    strings: new Map(known.map(({ locale, strings }) => [locale, strings])),
    faults: [
      ...misnamedFiles(folder),
      ...read.flatMap(({ faults }) => faults),
      ...known.flatMap(foreignDateFaults),
      ...known.flatMap(draftOfLast),
      ...duplicateFaults(known.filter(({ strings }) => !strings.draft)),
    ],
  };
}

/** The available languages that any entry below a folder has; all of them if there is no entry. */
export function languagesIn(folder: string): readonly Locale[] {
  const available = languagesFor(folder);
  const found = available.filter((locale) => filesNamed(`${locale}.md`, folder).length > 0);
  return found.length > 0 ? found : available;
}

/** Reports texts in a language without a language file, which would be ignored. */
export function textsWithoutLanguage(folder: string): readonly Fault[] {
  const available = [...languageFiles(folder).keys()];
  const written = filesNamed("entry.yaml", folder)
    .flatMap((file) => readdirSync(path.dirname(file)))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.basename(name, ".md"))
    .filter((name) => localePattern.test(name) && !available.includes(name));
  return [...new Set(written)].map((locale) => ({
    file: path.join(folder, "languages", `${locale}.yaml`),
    message: `missing: there are texts named ${locale}.md; copy the languages/en.yaml that comes with Signpost, and translate it`,
  }));
}

/** The YAML files directly in a folder of languages, if there is one. */
export function yamlFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
}

function misnamedFiles(folder: string): readonly Fault[] {
  const languagesFolder = path.join(folder, "languages");
  return yamlFilesIn(languagesFolder)
    .filter((name) => name !== otherLanguagesFile)
    .filter((name) => !name.endsWith(".yaml") || !localePattern.test(localeOf(name)))
    .map((name) => ({
      file: path.join(languagesFolder, name),
      message: "name the file after the language's code: es.yaml, pt-BR.yaml, glossary.es.yaml",
    }));
}

/** es, of es.yaml and of glossary.es.yaml */
function localeOf(name: string): Locale {
  return path.basename(name, ".yaml").replace(/^glossary\./, "");
}

interface ReadLanguage {
  readonly locale: Locale;
  readonly file: string;
  readonly strings: LanguageStrings;
  readonly lineOf: LineOf;
}

interface LanguageReading extends Omit<ReadLanguage, "locale" | "strings"> {
  readonly strings: LanguageStrings | undefined;
  readonly faults: readonly Fault[];
}

/** Caches the last reading of each file: the shipped languages are read with every knowledge and take most of the time. */
const lastReadings = new Map<string, { readonly text: string; readonly reading: LanguageReading }>();

/** @param fallback the file whose sentences stand where a draft has none */
function readLanguage(file: string, fallback?: string): LanguageReading {
  const text = readLines(file);
  const last = lastReadings.get(file);
  if (last?.text === text && fallback === undefined) return last.reading;
  const { value, faults, lineOf } = readYaml(
    { file, text, comments: "on-their-own-line" },
    fallback === undefined ? languageStringsSchema : draftSchema(readLines(fallback)),
  );
  const reading = { file, strings: value, faults, lineOf };
  if (fallback === undefined) lastReadings.set(file, { text, reading });
  return reading;
}

/** Reports a draft in the language that other drafts fall back on. */
function draftOfLast({ locale, file, strings, lineOf }: ReadLanguage): readonly Fault[] {
  if (locale !== lastLocale || !strings.draft) return [];
  return [{ file, line: lineOf(["draft"]), message: `draft: ${locale} is what a draft lacks: remove this` }];
}

function foreignDateFaults({ locale, file, strings, lineOf }: ReadLanguage): readonly Fault[] {
  const place = strings.date.as;
  if (place === undefined || new Intl.Locale(place).language === new Intl.Locale(locale).language) return [];
  return [
    {
      file,
      line: lineOf(["date", "as"]),
      message: `date.as: "${place}" is no place where ${locale} is spoken`,
    },
  ];
}

/** Reports values that must be unique, but were left over in a copied file: they would lead to the wrong language. */
function duplicateFaults(read: readonly ReadLanguage[]): readonly Fault[] {
  const owners = new Map<string, string>();
  return read.flatMap(({ file, strings, lineOf }) =>
    [
      { at: ["name"], own: [strings.name] },
      { at: ["lendsWords"], own: strings.lendsWords ? ["true"] : [] },
      { at: ["heard", "language"], own: strings.heard.language },
    ].flatMap(({ at, own }) => {
      const key = at.join(".");
      const taken = own.filter((value) => owners.has(`${key}: ${value}`));
      const owner = owners.get(`${key}: ${taken[0]}`);
      for (const value of own) owners.set(`${key}: ${value}`, owners.get(`${key}: ${value}`) ?? file);
      if (owner === undefined) return [];
      return [{ file, line: lineOf(at), message: `${key}: ${owner} has this already: ${taken.join(", ")}` }];
    }),
  );
}
