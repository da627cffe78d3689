import { platforms } from "../adapters/platforms.ts";
import { renderAnswer } from "../adapters/terminal/render.ts";
import type { Locale } from "../src/answer/locale.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createReplyContext } from "../src/conversation/replies/context.ts";
import { messagesOf } from "../src/conversation/replies/entry-messages.ts";
import { KnowledgeError } from "../src/knowledge/fault.ts";
import { type Knowledge, unknownEntryMessage } from "../src/knowledge/knowledge.ts";
import { loadKnowledge, readKnowledge } from "../src/knowledge/load.ts";
import { draftsFor, languageFiles } from "../src/knowledge/read-languages.ts";
import { readLocale } from "./shared/locale-argument.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "preview",
  given: "ENTRY [--locale en]",
  options: {
    locale: { type: "string", value: "LANGUAGE", means: "the language; one that is begun is shown as well" },
  },
  maxWords: 1,
} as const;

export const preview: Command = ({ arguments: given, environment, print }) => {
  const { values, positionals } = readArguments(usage, given);
  const config = readCoreConfig(environment, platforms);
  const folder = config.KNOWLEDGE_DIR;
  const draft = draftsFor(folder).find((locale) => locale === values.locale);
  const locale = draft ?? readLocale(values.locale, config);
  const knowledge = draft === undefined ? loadKnowledge(folder) : loadWithDraft(folder, draft);
  const [id] = positionals;
  if (id === undefined) throw new UsageError(`which entry? ${callOf(usage)}`);
  const entry = knowledge.find(id);
  if (!entry) throw new UsageError(unknownEntryMessage(id, knowledge.entries));
  print(
    messagesOf(createReplyContext(knowledge, locale), entry)
      .map((answer) => renderAnswer(answer))
      .join(`\n\n${"-".repeat(60)}\n\n`),
  );
};

await runIfStarted(import.meta.filename, preview);

/** The knowledge with a language that is only begun: what it lacks is shown in English. */
function loadWithDraft(folder: string, draft: Locale): Knowledge {
  loadKnowledge(folder);
  const { knowledge, faults } = readKnowledge(folder, { draft });
  if (knowledge.strings.has(draft)) return knowledge;
  const file = languageFiles(folder).get(draft);
  throw new KnowledgeError(
    folder,
    faults.filter((fault) => fault.file === file),
  );
}
