import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { checkLanguages } from "../../src/authoring/check-languages.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { languageFiles } from "../../src/knowledge/read-languages.ts";
import { spanish } from "../support/spanish.ts";
import { draftEntry, writeFiles } from "../support/temporary.ts";

const english = readFileSync(path.join(import.meta.dirname, "../../knowledge/languages/en.yaml"), "utf8");

function check(languages: Readonly<Record<string, string>>): readonly string[] {
  const folder = writeFiles({ ...draftEntry("a"), ...languages });
  const warnings = checkLanguages(loadKnowledge(folder), languageFiles(folder));
  return warnings.map((warning) => formatFault(warning).replace(`${folder}/`, ""));
}

/** The English file with what a copy must change. */
const copied = english
  .replace("name: English", "name: Español")
  .replace("lendsWords: true\n", "")
  .replace(/^date: .*$/m, "")
  .replace(/language: english.*$/m, "language: español");

it("a language with sentences of its own is without a warning", () => {
  expect(check({ "languages/es.yaml": spanish })).toEqual([]);
});

it("the languages that come along are without a warning", () => {
  expect(check({})).toEqual([]);
});

it("a copy of English is one warning, with the first of its sentences", () => {
  expect(check({ "languages/es.yaml": copied })).toEqual([
    expect.stringMatching(
      /^languages\/es\.yaml: \d{2,3} sentences are still as in en\.yaml: buttons\.stuck, buttons\.notMeant, buttons\.noneOfThese \.\.\.$/,
    ),
  ]);
});

it("sentences, steps and what is heard are told by their keys", () => {
  const of = (key: string) =>
    english.split("\n").find((line) => line.trimStart().startsWith(`${key}:`)) ?? "";
  const half = spanish
    .replace("thanks: De nada.", of("thanks"))
    .replace(/^ {2}unsure: .*$/m, of("unsure"))
    .replace(/(no-sign-in:\n.*\n) {4}send: .*$/m, (_, open) => `${open}    send:${stepsOfNoSignIn}`);
  expect(check({ "languages/es.yaml": half })).toEqual([
    "languages/es.yaml: 3 sentences are still as in en.yaml: caseSteps.no-sign-in.send, thanks, heard.unsure",
  ]);
});

const stepsOfNoSignIn = english
  .split("no-sign-in:")[1]
  ?.split("send:")[1]
  ?.split("  mfa-form:")[0]
  ?.trimEnd();

it("a single word may be the same: Type, Service, Description", () => {
  const words = spanish.replace("type: Tipo, service: Servicio", "type: Type, service: Service");
  expect(check({ "languages/es.yaml": words })).toEqual([]);
});

it("English of another place may say the same", () => {
  const british = copied
    .replace("name: Español", "name: British")
    .replace("language: español", "language: british");
  expect(check({ "languages/en-GB.yaml": british })).toEqual([]);
});
