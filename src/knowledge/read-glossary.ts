import path from "node:path";
import { z } from "zod";
import { type Locale, localePattern } from "../answer/locale.ts";
import { type Fault, fromHere } from "./fault.ts";
import { readLines } from "./read-files.ts";
import { languageFiles, shippedLanguages, yamlFilesIn } from "./read-languages.ts";
import { readYaml } from "./read-yaml.ts";
import { lineElse } from "./schema.ts";

const term = lineElse("a term is text: put it in quotes").max(60, "a term is at most 60 characters");
const terms = z.array(term, "write a list of terms");

const glossarySchema = z.array(
  z.strictObject({ say: term, not: terms.min(1, "give at least one"), except: terms.default([]) }),
  "write a list: - say: a term, and not: [other terms]",
);

/** A term of a language, what stands wrongly in its place (# is any number), and where that may stand after all. */
type GlossaryTerm = Readonly<z.output<typeof glossarySchema>[number]>;

/** The terms of a language: one for each thing. */
export interface Glossary {
  readonly locale: Locale;
  readonly file: string;
  readonly terms: readonly GlossaryTerm[];
}

const glossaryName = /^glossary\.(.+)\.yaml$/;

/** Reads languages/glossary.<locale>.yaml, the shipped ones and those of a knowledge folder, which replace them. */
export function readGlossaries(folder: string): {
  readonly glossaries: readonly Glossary[];
  readonly faults: readonly Fault[];
} {
  const known = [...languageFiles(folder).keys()];
  const read = [...glossaryFiles(folder)].map(([locale, file]) => {
    const { value, faults, lineOf } = readYaml({ file, text: readLines(file) }, glossarySchema);
    const unknown = known.includes(locale)
      ? []
      : [{ file, message: `there is no language ${locale}: name the file after one of ${known.join(", ")}` }];
    const clashes = clashesIn(value ?? []).map(({ at, message }) => ({ file, line: lineOf(at), message }));
    return { locale, file, terms: value ?? [], faults: [...unknown, ...faults, ...clashes] };
  });
  return {
    glossaries: read.map(({ locale, file, terms: own }) => ({ locale, file, terms: own })),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function glossaryFiles(folder: string): ReadonlyMap<Locale, string> {
  return new Map(
    [shippedLanguages, path.join(folder, "languages")].map(fromHere).flatMap((languagesFolder) =>
      yamlFilesIn(languagesFolder).flatMap((name): readonly (readonly [Locale, string])[] => {
        const locale = glossaryName.exec(name)?.[1];
        return locale && localePattern.test(locale) ? [[locale, path.join(languagesFolder, name)]] : [];
      }),
    ),
  );
}

interface Clash {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** Terms that are to be said and not to be said, or are refused twice. */
function clashesIn(all: readonly GlossaryTerm[]): readonly Clash[] {
  const said = new Set(all.map(({ say }) => say.toLowerCase()));
  const refused = new Set<string>();
  return all.flatMap(({ not }, index) =>
    not.flatMap((given, position) => {
      const other = given.toLowerCase();
      const isSaid = said.has(other);
      const isTwice = refused.has(other);
      refused.add(other);
      if (!isSaid && !isTwice) return [];
      const message = isSaid ? `"${given}" is said elsewhere in this file` : `"${given}" stands twice`;
      return [{ at: [index, "not", position], message }];
    }),
  );
}
