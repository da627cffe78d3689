import { toWords } from "../lib/normalise.ts";
import type { Entry } from "./entry.ts";
import type { Fault } from "./fault.ts";
import { textsOf } from "./knowledge.ts";
import type { PlacedIds, PlacedQuestion, QuestionsReading } from "./questions.ts";
import { type CheckId, textFile } from "./unlocated-fault.ts";

interface Known {
  readonly entries: readonly Entry[];
  /** The kind of an entry; undefined for one whose entry.yaml could not be read. */
  kindOf(id: string): Entry["kind"] | undefined;
  readonly checkId: CheckId;
}

/** Faults of the questions that show only when they are compared with the entries. */
export function questionFaults(
  { questions, idsOfOurs }: QuestionsReading,
  { entries, kindOf, checkId }: Known,
): readonly Fault[] {
  const files = fileByPhrase(entries);
  return [
    ...idsOfOurs.flatMap((placed) => idFaults(placed, kindOf, checkId)),
    ...questions.flatMap((question) => phraseFaults(question, files)),
  ];
}

function idFaults(
  { file, line, ids }: PlacedIds,
  kindOf: Known["kindOf"],
  checkId: CheckId,
): readonly Fault[] {
  return ids.flatMap((id) => {
    const fault = checkId(id);
    const found = fault === "known" ? faultOfKind(id, kindOf(id)) : fault;
    return found === undefined ? [] : [{ file, line, message: `ours: ${found}` }];
  });
}

function faultOfKind(id: string, kind: Entry["kind"] | undefined): string | undefined {
  if (kind === "choice") return `"${id}" is a choice: name the answers that it leads to`;
  if (kind === "elsewhere") return `"${id}" is an elsewhere entry: its questions belong under strangers`;
  return undefined;
}

function phraseFaults(
  { file, line, text }: PlacedQuestion,
  files: ReadonlyMap<string, string>,
): readonly Fault[] {
  const owner = files.get(keyOf(text));
  if (owner === undefined) return [];
  const message = `"${text}" is a phrase in ${owner}: a question that is learned measures nothing`;
  return [{ file, line, message }];
}

/** The file of each phrase, by its words as the matcher reads them. */
function fileByPhrase(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) =>
      textsOf(entry).flatMap(([locale, { phrases }]) =>
        phrases.map((phrase) => [keyOf(phrase), textFile(entry, locale)] as const),
      ),
    ),
  );
}

function keyOf(text: string): string {
  return toWords(text).join(" ");
}
