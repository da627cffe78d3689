import path from "node:path";
import { answerLimit, lengthOf } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import { longestTokenOf, tokenLimit } from "../answer/token.ts";
import { caseFaults } from "./case-faults.ts";
import { choiceCycles } from "./choice-cycles.ts";
import { type Entry, type EntryText, hasAdministratorMessage } from "./entry.ts";
import type { Fault } from "./fault.ts";
import { type Knowledge, textsOf, unknownEntryMessage } from "./knowledge.ts";
import { questionFaults } from "./question-faults.ts";
import type { QuestionsReading } from "./questions.ts";
import type { LineOf } from "./read-yaml.ts";
import { sharedPhrases } from "./shared-phrases.ts";
import { unequalQuestions } from "./unequal-questions.ts";
import { type CheckId, entryYaml, textFile, type UnlocatedFault } from "./unlocated-fault.ts";

interface ReadFiles {
  readonly packFile: string;
  /** The lines of each file's values. */
  readonly lines: ReadonlyMap<string, LineOf>;
  /** Entries of which only the texts could be read; references to them are no fault. */
  readonly unread: readonly Entry[];
  /** Whether some asks could not be read. */
  readonly hasUnreadAsks: boolean;
  readonly questions: QuestionsReading;
}

/** Faults that show only when entries are compared with each other or with the limits. */
export function crossCheck(knowledge: Knowledge, reading: ReadFiles): readonly Fault[] {
  const { packFile, lines, unread, hasUnreadAsks: hasUnread, questions } = reading;
  const { entries, strings, asks } = knowledge;
  const locales = [...strings.keys()];
  const all = [...entries, ...unread];
  const checkId: CheckId = (id) => {
    const entry = knowledge.find(id) ?? unread.find((each) => each.id === id);
    if (!entry) return unknownEntryMessage(id, all);
    return entry.id === id ? "known" : `"${id}" is now called "${entry.id}"`;
  };
  const found = [
    ...packFaults(knowledge, packFile, checkId),
    ...repeatedIdFaults(entries),
    ...entries.flatMap((entry) => [
      ...idFaults(entry, checkId),
      ...tokenFaults(entry, locales),
      ...textFaults(entry),
      ...unequalQuestions(entry),
    ]),
    ...choiceCycles(entries),
    ...caseFaults(entries, { asks, hasUnread, checkId }),
    ...(hasUnread ? [] : stepsFaults(asks, checkId)),
    ...unread.flatMap((entry) =>
      textsOf(entry).flatMap(([locale, text]) => longAnswers(textFile(entry, locale), text)),
    ),
    ...sharedPhrases(all),
  ];
  const located = found.map(({ file, at, message }) => {
    const line = lines.get(file)?.(at);
    return line === undefined ? { file, message } : { file, line, message };
  });
  const kindOf = (id: string) => entries.find((entry) => entry.id === id)?.kind;
  return [...located, ...questionFaults(questions, { entries: all, kindOf, checkId })];
}

function packFaults(
  { home, person, genuine, find }: Knowledge,
  file: string,
  checkId: CheckId,
): readonly UnlocatedFault[] {
  const references = [
    ...(home ? [{ id: home, at: ["home"] }] : []),
    ...(person ? [{ id: person, at: ["person"] }] : []),
    ...(genuine ? [{ id: genuine, at: ["genuine"] }] : []),
  ];
  const page = home === undefined ? undefined : find(home);
  const noChoice =
    page && page.kind !== "choice" ? [{ file, at: ["home"], message: `home: "${home}" is no choice` }] : [];
  return [...referenceFaults(file, references, checkId), ...noChoice];
}

function repeatedIdFaults(entries: readonly Entry[]): readonly UnlocatedFault[] {
  const owners = new Map<string, Entry>();
  return entries.flatMap((entry) =>
    [entry.id, ...entry.formerly].flatMap((id) => {
      const first = owners.get(id) ?? entry;
      owners.set(id, first);
      if (first === entry) return [];
      return [
        {
          file: entryYaml(entry),
          at: ["formerly"],
          message: `the id "${id}" belongs to ${first.folder} already`,
        },
      ];
    }),
  );
}

interface Reference {
  readonly id: string;
  readonly at: readonly (string | number)[];
}

function idFaults(entry: Entry, checkId: CheckId): readonly UnlocatedFault[] {
  const references = [
    ...entry.related.map((id, index) => ({ id, at: ["related", index] })),
    ...(entry.refines ? [{ id: entry.refines, at: ["refines"] }] : []),
    ...(entry.kind === "choice" ? entry.options.map((id, index) => ({ id, at: ["options", index] })) : []),
  ];
  return referenceFaults(entryYaml(entry), references, (id) =>
    id === entry.id ? "names the entry itself" : checkId(id),
  );
}

/** Questions that lead back to the steps of an entry that is not there. */
function stepsFaults(asks: Knowledge["asks"], checkId: CheckId): readonly UnlocatedFault[] {
  return [...asks.values()].flatMap((ask) => {
    if (ask.kind !== "choice" || ask.steps === undefined) return [];
    const fault = checkId(ask.steps);
    const file = path.join(ask.folder, "asks.yaml");
    return fault === "known" ? [] : [{ file, at: [], message: `${ask.id}.steps: ${fault}` }];
  });
}

function referenceFaults(
  file: string,
  references: readonly Reference[],
  checkId: CheckId,
): readonly UnlocatedFault[] {
  return references.flatMap(({ id, at }) => {
    const fault = checkId(id);
    return fault === "known" ? [] : [{ file, at, message: `${at[0]}: ${fault}` }];
  });
}

function tokenFaults(entry: Entry, locales: readonly Locale[]): readonly UnlocatedFault[] {
  const over = longestTokenOf(entry.id, locales) - tokenLimit;
  if (over <= 0) return [];
  return [
    { file: entryYaml(entry), at: [], message: `the id is ${over} characters too long for a button's token` },
  ];
}

function textFaults(entry: Entry): readonly UnlocatedFault[] {
  return textsOf(entry).flatMap(([locale, text]) => {
    const file = textFile(entry, locale);
    return [
      ...longAnswers(file, text),
      ...optionLabels(entry, file, text),
      ...administratorTexts(entry, file, text),
      ...unseenTexts(entry, file, text),
    ];
  });
}

function longAnswers(file: string, text: EntryText): readonly UnlocatedFault[] {
  const parts = {
    "the answer": text.body,
    "## Still stuck": text.stillStuck,
    "## Administrator": text.administrator,
  };
  return Object.entries(parts).flatMap(([name, blocks]) => {
    const length = text.title.length + lengthOf(blocks);
    return length > answerLimit
      ? [{ file, at: ["title"], message: `${name} has ${length} characters; at most ${answerLimit}` }]
      : [];
  });
}

function optionLabels(entry: Entry, file: string, text: EntryText): readonly UnlocatedFault[] {
  const expected = entry.kind === "choice" ? entry.options : [];
  const given = Object.keys(text.options);
  return [
    ...expected
      .filter((id) => !given.includes(id))
      .map((id) => ({ file, at: ["options"], message: `options: give "${id}" a label` })),
    ...given
      .filter((id) => !expected.includes(id))
      .map((id) => ({ file, at: ["options", id], message: `options: "${id}" is no option in entry.yaml` })),
  ];
}

function administratorTexts(entry: Entry, file: string, text: EntryText): readonly UnlocatedFault[] {
  if (!hasAdministratorMessage(entry)) return [];
  const missing = [
    ...(text.message ? [] : ["the message under ## Message"]),
    ...(text.administrator.length > 0 ? [] : ["the steps under ## Administrator"]),
  ];
  return missing.map((what) => ({
    file,
    at: [],
    message: `the entry escalates to the administrator: write ${what}`,
  }));
}

/** Sections that are never shown: a choice has none, and only some entries escalate to the administrator. */
function unseenTexts(entry: Entry, file: string, text: EntryText): readonly UnlocatedFault[] {
  const isChoice = entry.kind === "choice";
  const unseen = [
    ...(isChoice && text.stillStuck.length > 0 ? ["## Still stuck"] : []),
    ...(isChoice && text.questions.length > 0 ? ["## Questions"] : []),
    ...(!hasAdministratorMessage(entry) && text.message ? ["## Message"] : []),
    ...(!hasAdministratorMessage(entry) && text.administrator.length > 0 ? ["## Administrator"] : []),
  ];
  const reason = isChoice ? "a choice only leads on" : "the entry does not escalate to the administrator";
  return unseen.map((heading) => ({
    file,
    at: [],
    message: `${heading}: nobody would see it, since ${reason}`,
  }));
}
