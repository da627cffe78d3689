import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Locale, lastLocale, localePattern } from "../answer/locale.ts";
import { type Fault, fromHere } from "./fault.ts";
import { type LanguageStrings, languageStringsSchema } from "./language-strings.ts";
import { filesNamed, readLines } from "./read-files.ts";
import { type LineOf, readYaml } from "./read-yaml.ts";

/** The languages that Signpost brings along; a folder of knowledge may add to them or replace them. */
const shipped = path.join(import.meta.dirname, "..", "..", "knowledge", "languages");

interface ReadLanguages {
  readonly strings: ReadonlyMap<Locale, LanguageStrings>;
  readonly faults: readonly Fault[];
}

/** The languages that can be spoken over a folder of knowledge, by the names of their files. */
export function languagesFor(folder: string): readonly Locale[] {
  return [...languageFiles(folder).keys()];
}

/** The file of each language that can be spoken over a folder of knowledge: the last resort first, the rest by their codes. */
export function languageFiles(folder: string): ReadonlyMap<Locale, string> {
  const files = new Map(
    [shipped, path.join(folder, "languages")].map(fromHere).flatMap((place) =>
      yamlFilesIn(place).flatMap((name): readonly (readonly [Locale, string])[] => {
        const locale = path.basename(name, ".yaml");
        return localePattern.test(locale) ? [[locale, path.join(place, name)]] : [];
      }),
    ),
  );
  const rank = (locale: Locale) => (locale === lastLocale ? "" : locale);
  return new Map([...files].sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1)));
}

/** Reads what the bot says and hears in each language that can be spoken over a folder of knowledge. */
export function readLanguages(folder: string): ReadLanguages {
  const read = [...languageFiles(folder)].map(([locale, file]) => ({ locale, ...readLanguage(file) }));
  const known = read.flatMap(({ wording, ...rest }) => (wording ? [{ wording, ...rest }] : []));
  return {
    strings: new Map(known.map(({ locale, wording }) => [locale, wording])),
    faults: [
      ...misnamedFiles(folder),
      ...read.flatMap(({ faults }) => faults),
      ...known.flatMap(foreignDateFaults),
      ...duplicateFaults(known),
    ],
  };
}

/** The languages that any entry below a folder is written in; all where there is none. */
export function languagesIn(folder: string): readonly Locale[] {
  const spoken = languagesFor(folder);
  const found = spoken.filter((locale) => filesNamed(`${locale}.md`, folder).length > 0);
  return found.length > 0 ? found : spoken;
}

/** Texts of entries in a language that the bot does not speak would go unseen. */
export function textsWithoutLanguage(folder: string): readonly Fault[] {
  const spoken = languagesFor(folder);
  const written = filesNamed("entry.yaml", folder)
    .flatMap((file) => readdirSync(path.dirname(file)))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.basename(name, ".md"))
    .filter((name) => localePattern.test(name) && !spoken.includes(name));
  return [...new Set(written)].map((locale) => ({
    file: path.join(folder, "languages", `${locale}.yaml`),
    message: `missing: there are texts named ${locale}.md; copy the languages/en.yaml that comes with Signpost, and translate it`,
  }));
}

function yamlFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
}

function misnamedFiles(folder: string): readonly Fault[] {
  const place = path.join(folder, "languages");
  return yamlFilesIn(place)
    .filter((name) => !name.endsWith(".yaml") || !localePattern.test(path.basename(name, ".yaml")))
    .map((name) => ({
      file: path.join(place, name),
      message: "name the file after the language's code: es.yaml, pt-BR.yaml",
    }));
}

interface ReadLanguage {
  readonly locale: Locale;
  readonly file: string;
  readonly wording: LanguageStrings;
  readonly lineOf: LineOf;
}

interface LanguageReading extends Omit<ReadLanguage, "locale" | "wording"> {
  readonly wording: LanguageStrings | undefined;
  readonly faults: readonly Fault[];
}

/** The last reading of each file. The shipped languages belong to every knowledge and take most of the time to read. */
const lastReadings = new Map<string, { readonly text: string; readonly reading: LanguageReading }>();

function readLanguage(file: string): LanguageReading {
  const text = readLines(file);
  const last = lastReadings.get(file);
  if (last?.text === text) return last.reading;
  const { value, faults, lineOf } = readYaml(
    { file, text, comments: "on-their-own-line" },
    languageStringsSchema,
  );
  const reading = { file, wording: value, faults, lineOf };
  lastReadings.set(file, { text, reading });
  return reading;
}

function foreignDateFaults({ locale, file, wording, lineOf }: ReadLanguage): readonly Fault[] {
  const place = wording.date.as;
  if (place === undefined || new Intl.Locale(place).language === new Intl.Locale(locale).language) return [];
  return [
    {
      file,
      line: lineOf(["date", "as"]),
      message: `date.as: "${place}" is no place where ${locale} is spoken`,
    },
  ];
}

/** What only one language may have: left over in a copy, it would lead people to the wrong language. */
function duplicateFaults(read: readonly ReadLanguage[]): readonly Fault[] {
  const owners = new Map<string, string>();
  return read.flatMap(({ file, wording, lineOf }) =>
    [
      { at: ["name"], own: [wording.name] },
      { at: ["lendsWords"], own: wording.lendsWords ? ["true"] : [] },
      { at: ["heard", "language"], own: wording.heard.language },
    ].flatMap(({ at, own }) => {
      const key = at.join(".");
      const taken = own.filter((said) => owners.has(`${key}: ${said}`));
      const owner = owners.get(`${key}: ${taken[0]}`);
      for (const said of own) owners.set(`${key}: ${said}`, owners.get(`${key}: ${said}`) ?? file);
      if (owner === undefined) return [];
      return [{ file, line: lineOf(at), message: `${key}: ${owner} has this already: ${taken.join(", ")}` }];
    }),
  );
}
