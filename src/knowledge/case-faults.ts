import { findLocale, lastLocale } from "../answer/locale.ts";
import { nearest } from "../lib/nearest.ts";
import type { Ask } from "./ask.ts";
import { type AwsCase, caseOf, type Entry, toldBy } from "./entry.ts";
import { textsOf } from "./knowledge.ts";
import { type CheckId, entryYaml, textFile, type UnlocatedFault } from "./unlocated-fault.ts";
import { answerFault, variantFaults } from "./variant-faults.ts";

interface Known {
  readonly asks: ReadonlyMap<string, Ask>;
  /** Whether some asks could not be read; then unknown asks are not reported. */
  readonly hasUnread: boolean;
  readonly checkId: CheckId;
}

/** Faults in the cases of entries: unknown asks and answers, and missing or useless glosses. */
export function caseFaults(entries: readonly Entry[], known: Known): readonly UnlocatedFault[] {
  return entries.flatMap((entry) => {
    const awsCase = caseOf(entry);
    return [
      ...(awsCase && !known.hasUnread
        ? [...unknownAskFaults(entry, awsCase, known.asks), ...variantFaults(entry, awsCase, known)]
        : []),
      ...(known.hasUnread ? [] : tellsFaults(entry, known.asks)),
      ...glossFaults(entry),
    ];
  });
}

function unknownAskFaults(
  entry: Entry,
  awsCase: AwsCase,
  asks: ReadonlyMap<string, Ask>,
): readonly UnlocatedFault[] {
  return awsCase.asks.flatMap((id, index) => {
    if (asks.has(id)) return [];
    const suggestion = nearest(id, [...asks.keys()]);
    const help = suggestion === undefined ? "write it into asks.yaml" : `did you mean "${suggestion}"?`;
    const message = `escalate.asks: no asks.yaml has a question "${id}": ${help}`;
    return [{ file: entryYaml(entry), at: ["escalate", "asks", index], message }];
  });
}

function tellsFaults(entry: Entry, asks: ReadonlyMap<string, Ask>): readonly UnlocatedFault[] {
  return Object.entries(toldBy(entry)).flatMap(([id, option]) => {
    const message = answerFault(asks.get(id), id, option);
    return message === undefined
      ? []
      : [{ file: entryYaml(entry), at: ["tells", id], message: `tells: ${message}` }];
  });
}

/** Whoever sends a case in English should know what it says, so other languages need a gloss. */
function glossFaults(entry: Entry): readonly UnlocatedFault[] {
  const hasCase = caseOf(entry) !== undefined;
  return textsOf(entry).flatMap(([locale, text]) => {
    const file = textFile(entry, locale);
    const isEnglish = findLocale([lastLocale], locale) !== undefined;
    if (hasCase && !isEnglish && !text.case) {
      const message =
        "the entry leads to a case in English: say under case: what its subject, problem and request mean";
      return [{ file, at: [], message }];
    }
    if (!text.case || (hasCase && !isEnglish)) return [];
    const reason = hasCase ? "the case itself is in English" : "the entry leads to no case";
    return [{ file, at: ["case"], message: `case: nobody would see it, since ${reason}` }];
  });
}
