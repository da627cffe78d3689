import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { localePattern } from "../answer/locale.ts";
import { type Fault, fromHere } from "./fault.ts";
import { optionalList, plainText, sentenceLimit } from "./language-fields.ts";
import { readLines } from "./read-files.ts";
import { otherLanguagesFile, shippedLanguages } from "./read-languages.ts";
import { readYaml } from "./read-yaml.ts";

/** Whether Unicode knows a script by this name (UAX #24), as in \p{Script=Hangul}. */
function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, "u").source !== "";
  } catch {
    return false;
  }
}

const otherLanguagesSchema = z.array(
  z.strictObject({
    code: z.string().regex(localePattern, "must be the code of a language, as pt or pt-BR"),
    scripts: z
      .array(z.string().refine(isScript, "Unicode knows no such script: write it as Hangul or Cyrillic"))
      .default([]),
    telling: optionalList,
    words: optionalList,
    sentence: plainText(sentenceLimit, "{languages}"),
  }),
  "write a list: - code: ..., with scripts or words, and a sentence",
);

/** A language that the bot doesn't speak: how it is told, and what is said in it. */
export type OtherLanguage = Readonly<z.output<typeof otherLanguagesSchema>[number]>;

/** Reads the languages that are not spoken: those of a knowledge folder, or else those that are shipped. */
export function readOtherLanguages(folder: string): {
  readonly otherLanguages: readonly OtherLanguage[];
  readonly faults: readonly Fault[];
} {
  const file = [path.join(fromHere(folder), "languages"), shippedLanguages]
    .map((languages) => path.join(languages, otherLanguagesFile))
    .find((candidate) => existsSync(candidate));
  if (file === undefined) return { otherLanguages: [], faults: [] };
  const { value, faults } = readYaml(
    { file, text: readLines(file), comments: "on-their-own-line" },
    otherLanguagesSchema,
  );
  return { otherLanguages: value ?? [], faults };
}
