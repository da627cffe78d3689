import { parseArgs } from "node:util";
import { platforms } from "../adapters/platforms.ts";
import { renderAnswer } from "../adapters/terminal/render.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { createReplyContext } from "../src/conversation/replies/context.ts";
import { messagesOf } from "../src/conversation/replies/entry-messages.ts";
import { unknownEntryMessage } from "../src/knowledge/knowledge.ts";
import { loadKnowledge } from "../src/knowledge/load.ts";
import { readLocale } from "./shared/locale-argument.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";

const usage = "npm run preview -- ENTRY [--locale en]";

export const preview: Command = ({ arguments: given, environment, print }) => {
  const { values, positionals } = parseArgs({
    args: [...given],
    options: { locale: { type: "string" } },
    allowPositionals: true,
  });
  const config = readCoreConfig(environment, platforms);
  const locale = readLocale(values.locale, config);
  const knowledge = loadKnowledge(config.KNOWLEDGE_DIR);
  const [id] = positionals;
  if (id === undefined) throw new UsageError(`which entry? ${usage}`);
  const entry = knowledge.find(id);
  if (!entry) throw new UsageError(unknownEntryMessage(id, knowledge.entries));
  print(
    messagesOf(createReplyContext(knowledge, locale), entry)
      .map((answer) => renderAnswer(answer))
      .join(`\n\n${"-".repeat(60)}\n\n`),
  );
};

await runIfStarted(import.meta.filename, preview);
