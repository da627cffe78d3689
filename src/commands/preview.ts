import { parseArgs } from "node:util";
import { renderAnswer } from "../../adapters/terminal/render.ts";
import type { Answer } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import { readConfig } from "../config.ts";
import { type Context, createContext } from "../conversation/replies/context.ts";
import {
  escalationOf,
  showAdministratorSteps,
  showCase,
  showMessage,
  showStillStuck,
} from "../conversation/replies/escalate.ts";
import { showEntry } from "../conversation/replies/show-entry.ts";
import type { Entry } from "../knowledge/entry.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { readLocale } from "./arguments.ts";
import { run, UsageError } from "./run.ts";

const usage = "npm run preview -- ENTRY [--locale vi]";

await run(() => {
  const { values, positionals } = parseArgs({
    options: { locale: { type: "string" } },
    allowPositionals: true,
  });
  const { core } = readConfig(process.env, {});
  const locale: Locale = values.locale === undefined ? core.DEFAULT_LOCALE : readLocale(values.locale);
  const knowledge = loadKnowledge(core.KNOWLEDGE_DIR);
  const [id] = positionals;
  if (id === undefined) throw new UsageError(`which entry? ${usage}`);
  const entry = knowledge.find(id);
  if (!entry)
    throw new UsageError(
      `there is no entry "${id}": ${knowledge.entries.map((known) => known.id).join(", ")}`,
    );
  console.log(
    messagesOf(createContext(knowledge, locale), entry)
      .map((answer) => renderAnswer(answer))
      .join(`\n\n${"-".repeat(60)}\n\n`),
  );
});

/** Every message that an entry can lead to, in the order a person meets them. */
function messagesOf(context: Context, entry: Entry): readonly Answer[] {
  const first = showEntry(context, entry);
  if (entry.kind !== "answer") return [first];
  return [first, showStillStuck(context, entry), ...doorsOf(context, entry)];
}

function doorsOf(context: Context, entry: Entry): readonly Answer[] {
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
      return [showCase(context, entry, escalation)];
    case "administrator":
      return [showMessage(context, entry, "own"), showAdministratorSteps(context, entry)];
    case "link":
    case undefined:
      return [];
  }
}
