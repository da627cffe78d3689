import wrapAnsi from "wrap-ansi";
import { platforms } from "../adapters/platforms.ts";
import { type Config, readCoreConfig } from "../src/app/config.ts";
import { openStore } from "../src/app/open-store.ts";
import { groupQuestions } from "../src/authoring/group-questions.ts";
import { createResponder } from "../src/conversation/responder.ts";
import type { Responder } from "../src/conversation/types.ts";
import {
  type UnansweredQuestion,
  unansweredDays,
  unansweredLog,
  unansweredSchema,
} from "../src/insight/unanswered.ts";
import { textOf } from "../src/knowledge/knowledge.ts";
import { loadWithModel } from "../src/learning/load-with-model.ts";
import { parseJson } from "../src/lib/parse-json.ts";
import { type Command, runIfStarted, UsageError } from "./shared/run-command.ts";
import { callOf, readArguments } from "./shared/usage.ts";

const usage = {
  command: "unanswered",
  given: "[--days 30] [--json]",
  options: {
    days: {
      type: "string",
      default: String(unansweredDays),
      value: "NUMBER",
      means: "how many days to look back",
    },
    json: { type: "boolean", default: false, means: "the groups as JSON" },
  },
} as const;
const day = 24 * 3_600_000;
/** Maximum examples shown of a group, and nearest entries. */
const examplesShown = 3;
const nearestShown = 3;
const columns = 80;

export const unanswered: Command = async ({ arguments: given, environment, print, printError }) => {
  const { values } = readArguments(usage, given);
  const days = Number(values.days);
  if (!(days > 0)) throw new UsageError(`--days takes a number above 0: ${callOf(usage)}`);
  const config = readCoreConfig(environment, platforms);
  const questions = await readQuestions(config, days);
  const groups = questions.length > 0 ? describeGroups(await learn(config, printError), questions) : [];
  if (values.json) {
    print(JSON.stringify({ days, kept: config.KEEP_UNANSWERED === "yes", groups }));
    return;
  }
  print(summaryOf(config, days, questions.length, groups.length));
  for (const group of groups) print(`\n${formatGroup(group)}`);
};

await runIfStarted(import.meta.filename, unanswered);

/** The questions of the last days, the newest first. */
async function readQuestions(config: Config, days: number): Promise<readonly UnansweredQuestion[]> {
  const store = await openStore(config);
  const lines = await store.read(unansweredLog, Date.now() - days * day);
  await store.close();
  return lines.flatMap(({ text }) => parseJson(text, unansweredSchema) ?? []).reverse();
}

interface Group {
  readonly count: number;
  readonly declined: number;
  readonly notMeant: number;
  readonly examples: readonly string[];
  /** The entries that were shown and not meant. */
  readonly shown: readonly string[];
  readonly nearest: readonly {
    readonly entry: string;
    readonly title: string;
    readonly confidence: number;
  }[];
}

async function learn(config: Config, notify: (message: string) => void): Promise<Responder> {
  const folders = { knowledgeFolder: config.KNOWLEDGE_DIR, dataFolder: config.DATA_DIR };
  const { knowledge, model } = await loadWithModel(folders, notify);
  return createResponder(knowledge, model);
}

function describeGroups(responder: Responder, questions: readonly UnansweredQuestion[]): readonly Group[] {
  return groupQuestions(questions).map((group) => describeGroup(responder, group));
}

function describeGroup(responder: Responder, group: readonly UnansweredQuestion[]): Group {
  const [newest] = group;
  const declined = group.filter(({ how }) => how === "declined").length;
  return {
    count: group.length,
    declined,
    notMeant: group.length - declined,
    examples: [...new Set(group.map(({ text }) => onOneLine(text)))].slice(0, examplesShown),
    shown: [...new Set(group.flatMap(({ entries }) => entries))],
    nearest: newest ? nearestTo(responder, newest) : [],
  };
}

function nearestTo({ match, knowledge }: Responder, { text, locale }: UnansweredQuestion): Group["nearest"] {
  return match(text)
    .candidates.slice(0, nearestShown)
    .flatMap(({ entry: id, confidence }) => {
      const entry = knowledge.find(id);
      return entry ? [{ entry: id, title: textOf(entry, locale).title, confidence }] : [];
    });
}

/** Line breaks and control characters become spaces. */
function onOneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, " ").trim();
}

function summaryOf(config: Config, days: number, questions: number, groups: number): string {
  const isKept = config.KEEP_UNANSWERED === "yes";
  if (questions === 0)
    return isKept
      ? `nothing went unanswered in the last ${days} days`
      : "nothing is kept: set KEEP_UNANSWERED=yes (environment or .env) and restart Signpost";
  const found = `the last ${days} days: ${questions} unanswered, in ${groups} groups of like questions`;
  return isKept ? found : `${found}\nnothing more is kept: KEEP_UNANSWERED is no`;
}

function formatGroup({ count, declined, notMeant, examples, shown, nearest }: Group): string {
  return [
    `${count} x  (${declined} declined, ${notMeant} not what was meant)`,
    ...examples.map((example) => formatLine(`"${example}"`)),
    ...(shown.length > 0 ? [formatLine(`shown: ${shown.join(", ")}`)] : []),
    ...nearest.map(({ entry, title }) => formatLine(`near: ${entry} (${title})`)),
  ].join("\n");
}

/** Indented by two spaces, continuation lines by four. */
function formatLine(text: string): string {
  return `  ${wrapAnsi(text, columns - 4, { hard: true }).replaceAll("\n", "\n    ")}`;
}
