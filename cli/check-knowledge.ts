import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { checkDrafts } from "../src/authoring/check-drafts.ts";
import { checkGlossary } from "../src/authoring/check-glossary.ts";
import { checkLanguages } from "../src/authoring/check-languages.ts";
import { checkPack } from "../src/authoring/check-pack.ts";
import { checkPhrases } from "../src/authoring/check-phrases.ts";
import { type KnownLink, listLinks } from "../src/authoring/list-links.ts";
import { formatFault, KnowledgeError, sortFaults } from "../src/knowledge/fault.ts";
import type { Knowledge } from "../src/knowledge/knowledge.ts";
import { readKnowledge } from "../src/knowledge/load.ts";
import { languageFiles } from "../src/knowledge/read-languages.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { type Command, runIfStarted } from "./shared/run-command.ts";
import { readArguments } from "./shared/usage.ts";

const usage = {
  command: "check",
  given: "[--strict] [--all] [--links]",
  options: {
    strict: { type: "boolean", default: false, means: "fails on warnings as well" },
    all: { type: "boolean", default: false, means: "names every phrase that another entry would answer" },
    links: { type: "boolean", default: false, means: "lists all addresses with the day of their last check" },
  },
} as const;

/** Maximum phrases shown that another entry would answer; --all shows each. */
const maxShownPhrases = 10;

export const checkKnowledge: Command = async ({ arguments: given, environment, print, printError, fail }) => {
  const { values } = readArguments(usage, given);
  const { KNOWLEDGE_DIR: folder, DATA_DIR: dataFolder } = readCoreConfig(environment, platforms);
  const read = readKnowledge(folder);
  const { faults, warnings: ofPack } = checkPack(read.knowledge, Date.now());
  const all = sortFaults([...read.faults, ...faults]);
  if (all.length > 0) throw new KnowledgeError(folder, all);

  const { knowledge, model } = await loadWithModel({ knowledgeFolder: folder, dataFolder }, printError);
  print(countsOf(knowledge));
  if (values.links) for (const link of listLinks(knowledge)) print(formatLink(link));
  const warnings = [
    ...checkDrafts(folder),
    ...ofPack,
    ...checkLanguages(knowledge, languageFiles(folder)),
    ...checkGlossary(folder),
  ];
  const astray = checkPhrases(knowledge, model);
  const shown = values.all ? astray : astray.slice(0, maxShownPhrases);
  for (const warning of [...warnings, ...shown]) printError(`warning: ${formatFault(warning)}`);
  if (astray.length > 0) printError(explain(astray.length, values.all));
  if (!values.strict || warnings.length === 0) return;
  printError(`--strict: ${warnings.length} warnings`);
  fail();
};

await runIfStarted(import.meta.filename, checkKnowledge);

function explain(count: number, isAll: boolean): string {
  const others =
    isAll || count <= maxShownPhrases ? "" : `, the surest ${maxShownPhrases} above; all with --all`;
  return [
    `astray:   ${count} phrases would be answered with another entry if they were not there${others}.`,
    "          Either a phrase stands in the wrong entry, or an entry needs more phrases, or a choice is missing.",
  ].join("\n");
}

/** A line for somebody with a network, who opens one address after the other. */
function formatLink({ url, checked, namedBy }: KnownLink): string {
  return `${checked ?? "undated".padEnd("2026-01-01".length)}  ${url}  (${namedBy.join(", ")})`;
}

function countsOf({ entries, strings }: Knowledge): string {
  const kinds = ["answer", "choice", "elsewhere"] as const;
  const ofKind = kinds.map((kind) => `${entries.filter((entry) => entry.kind === kind).length} ${kind}`);
  const phrases = [...strings.keys()].map((locale) => {
    const counts = entries.map((entry) => entry.text[locale]?.phrases.length ?? 0);
    return `${counts.reduce((sum, count) => sum + count, 0)} ${locale} (at least ${Math.min(...counts)} an entry)`;
  });
  const oldest = entries.flatMap(({ verified }) => verified ?? []).sort()[0] ?? "none";
  return [
    `entries:  ${entries.length} (${ofKind.join(", ")})`,
    `phrases:  ${phrases.join(", ")}`,
    `verified: oldest ${oldest}`,
  ].join("\n");
}
