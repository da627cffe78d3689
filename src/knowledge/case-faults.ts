import { findLocale, lastLocale } from "../answer/locale.ts";
import { nearest } from "../lib/nearest.ts";
import type { Ask } from "./ask.ts";
import { type AwsCase, caseOf, type Entry } from "./entry.ts";
import { textsOf } from "./knowledge.ts";
import { entryYaml, textFile, type UnlocatedFault } from "./unlocated-fault.ts";

interface Known {
  readonly asks: ReadonlyMap<string, Ask>;
  /** Some asks could not be read: naming them is no fault. */
  readonly hasUnread: boolean;
}

/** What is wrong with the cases that entries lead to: what they ask, and what they mean in other languages. */
export function caseFaults(entries: readonly Entry[], known: Known): readonly UnlocatedFault[] {
  return entries.flatMap((entry) => {
    const awsCase = caseOf(entry);
    return [
      ...(awsCase && !known.hasUnread ? unknownAskFaults(entry, awsCase, known.asks) : []),
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
    const meant = nearest(id, [...asks.keys()]);
    const help = meant === undefined ? "write it into asks.yaml" : `did you mean "${meant}"?`;
    const message = `escalate.asks: no asks.yaml has a question "${id}": ${help}`;
    return [{ file: entryYaml(entry), at: ["escalate", "asks", index], message }];
  });
}

/** Who sends a case in English should know what it says. */
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
