import { answerLimit, lengthOf } from "../answer/answer.ts";
import type { Locale } from "../answer/locale.ts";
import { longestTokenOf, tokenLimit } from "../answer/token.ts";
import { caseFaults } from "./case-faults.ts";
import { choiceCycles } from "./choice-cycles.ts";
import type { Entry, EntryText } from "./entry.ts";
import type { Fault } from "./fault.ts";
import { type Knowledge, textsOf, unknownEntryMessage } from "./knowledge.ts";
import type { LineOf } from "./read-yaml.ts";
import { sharedPhrases } from "./shared-phrases.ts";
import { entryYaml, textFile, type UnlocatedFault } from "./unlocated-fault.ts";

interface ReadFiles {
  readonly packFile: string;
  /** For each file, where its values stand. */
  readonly lines: ReadonlyMap<string, LineOf>;
  /** Entries that are there but of which only the texts could be read: naming them is no fault. */
  readonly unread: readonly Entry[];
  /** The same of what the forms of cases ask. */
  readonly hasUnreadAsks: boolean;
}

/** The faults that show only when an entry is held against the others or against the limits. */
export function crossCheck(knowledge: Knowledge, reading: ReadFiles): readonly Fault[] {
  const { packFile, lines, unread, hasUnreadAsks: hasUnread } = reading;
  const { entries, strings, asks } = knowledge;
  const locales = [...strings.keys()];
  const all = [...entries, ...unread];
  const naming: CheckId = (id) => {
    const entry = knowledge.find(id) ?? unread.find((each) => each.id === id);
    if (!entry) return unknownEntryMessage(id, all);
    return entry.id === id ? "known" : `"${id}" is now called "${entry.id}"`;
  };
  const found = [
    ...packFaults(knowledge, packFile, naming),
    ...repeatedIdFaults(entries),
    ...entries.flatMap((entry) => [
      ...idFaults(entry, naming),
      ...tokenFaults(entry, locales),
      ...textFaults(entry),
    ]),
    ...choiceCycles(entries),
    ...caseFaults(entries, { asks, hasUnread }),
    ...unread.flatMap((entry) =>
      textsOf(entry).flatMap(([locale, text]) => longAnswers(textFile(entry, locale), text)),
    ),
    ...sharedPhrases(all),
  ];
  return found.map(({ file, at, message }) => {
    const line = lines.get(file)?.(at);
    return line === undefined ? { file, message } : { file, line, message };
  });
}

/** "known", or what is wrong with naming this id. */
type CheckId = (id: string) => string;

function packFaults(
  { home, person, find }: Knowledge,
  file: string,
  naming: CheckId,
): readonly UnlocatedFault[] {
  const named = [
    ...(home ? [{ id: home, at: ["home"] }] : []),
    ...(person ? [{ id: person, at: ["person"] }] : []),
  ];
  const page = home === undefined ? undefined : find(home);
  const noChoice =
    page && page.kind !== "choice" ? [{ file, at: ["home"], message: `home: "${home}" is no choice` }] : [];
  return [...referenceFaults(file, named, naming), ...noChoice];
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

function idFaults(entry: Entry, naming: CheckId): readonly UnlocatedFault[] {
  const named = [
    ...entry.related.map((id, index) => ({ id, at: ["related", index] })),
    ...(entry.refines ? [{ id: entry.refines, at: ["refines"] }] : []),
    ...(entry.kind === "choice" ? entry.options.map((id, index) => ({ id, at: ["options", index] })) : []),
  ];
  return referenceFaults(entryYaml(entry), named, (id) =>
    id === entry.id ? "names the entry itself" : naming(id),
  );
}

function referenceFaults(
  file: string,
  named: readonly Reference[],
  naming: CheckId,
): readonly UnlocatedFault[] {
  return named.flatMap(({ id, at }) => {
    const fault = naming(id);
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
  const wanted = entry.kind === "choice" ? entry.options : [];
  const given = Object.keys(text.options);
  return [
    ...wanted
      .filter((id) => !given.includes(id))
      .map((id) => ({ file, at: ["options"], message: `options: give "${id}" a label` })),
    ...given
      .filter((id) => !wanted.includes(id))
      .map((id) => ({ file, at: ["options", id], message: `options: "${id}" is no option in entry.yaml` })),
  ];
}

function hasAdministrator(entry: Entry): boolean {
  return entry.kind !== "choice" && entry.escalate?.to === "administrator";
}

function administratorTexts(entry: Entry, file: string, text: EntryText): readonly UnlocatedFault[] {
  if (!hasAdministrator(entry)) return [];
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

/** A choice leads on in place of all that would follow it. */
function unseenTexts(entry: Entry, file: string, text: EntryText): readonly UnlocatedFault[] {
  const isChoice = entry.kind === "choice";
  const unseen = [
    ...(isChoice && text.stillStuck.length > 0 ? ["## Still stuck"] : []),
    ...(!hasAdministrator(entry) && text.message ? ["## Message"] : []),
    ...(!hasAdministrator(entry) && text.administrator.length > 0 ? ["## Administrator"] : []),
  ];
  const reason = isChoice ? "a choice only leads on" : "the entry does not escalate to the administrator";
  return unseen.map((heading) => ({
    file,
    at: [],
    message: `${heading}: nobody would see it, since ${reason}`,
  }));
}
