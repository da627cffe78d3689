import { parseArgs } from "node:util";
import { renderAnswer } from "../../adapters/terminal/render.ts";
import { readConfig } from "../config.ts";
import { createContext } from "../conversation/replies/context.ts";
import { messagesOf } from "../conversation/replies/messages-of.ts";
import { noEntry } from "../knowledge/knowledge.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { readLocale } from "./arguments.ts";
import { run, UsageError } from "./run.ts";

const usage = "npm run preview -- ENTRY [--locale en]";

await run(() => {
  const { values, positionals } = parseArgs({
    options: { locale: { type: "string" } },
    allowPositionals: true,
  });
  const { core } = readConfig(process.env, {});
  const locale = readLocale(values.locale, core);
  const knowledge = loadKnowledge(core.KNOWLEDGE_DIR);
  const [id] = positionals;
  if (id === undefined) throw new UsageError(`which entry? ${usage}`);
  const entry = knowledge.find(id);
  if (!entry) throw new UsageError(noEntry(id, knowledge.entries));
  console.log(
    messagesOf(createContext(knowledge, locale), entry)
      .map((answer) => renderAnswer(answer))
      .join(`\n\n${"-".repeat(60)}\n\n`),
  );
});
