import type { Ask } from "./ask.ts";
import type { AwsCase, CaseVariant, Entry } from "./entry.ts";
import { unknownPlaceholders } from "./placeholders.ts";
import { type CheckId, entryYaml, type UnlocatedFault } from "./unlocated-fault.ts";

interface Known {
  readonly asks: ReadonlyMap<string, Ask>;
  readonly checkId: CheckId;
}

/** Faults in what differs for who answers so: answers that nobody can give, and entries that are not there. */
export function variantFaults(entry: Entry, awsCase: AwsCase, known: Known): readonly UnlocatedFault[] {
  return awsCase.variants.flatMap((variant, index) => {
    const at = ["escalate", "variants", index] as const;
    const found = [
      ...whenFaults(variant, awsCase, known.asks).map((message) => ({ key: "when", message })),
      ...entryFaults(variant, entry, known.checkId).map((message) => ({ key: "entry", message })),
      ...subjectFaults(variant).map((message) => ({ key: "subject", message })),
    ];
    return found.map(({ key, message }) => ({
      file: entryYaml(entry),
      at: [...at, key],
      message: `escalate.variants.${key}: ${message}`,
    }));
  });
}

function whenFaults(
  { when }: CaseVariant,
  { asks: asked }: AwsCase,
  asks: ReadonlyMap<string, Ask>,
): readonly string[] {
  return Object.entries(when).flatMap(([id, wanted]) => {
    if (!asked.includes(id)) return [`the form does not ask "${id}": name it under asks`];
    if (wanted === "given") return [];
    return wanted.flatMap((option) => answerFault(asks.get(id), id, option) ?? []);
  });
}

/** Why an option can't be the answer to a question; undefined if it can. */
export function answerFault(ask: Ask | undefined, id: string, option: string): string | undefined {
  if (!ask) return `no asks.yaml has a question "${id}"`;
  if (ask.kind !== "choice") return `"${id}" has no options`;
  return ask.options.some((each) => each.id === option) ? undefined : `"${id}" has no option "${option}"`;
}

function entryFaults({ entry: id }: CaseVariant, entry: Entry, checkId: CheckId): readonly string[] {
  // An entry may name itself: it has a message to the administrator beside the case.
  if (id === undefined || id === entry.id) return [];
  const fault = checkId(id);
  return fault === "known" ? [] : [fault];
}

/** A subject may hold what was answered, where something was. */
function subjectFaults({ subject = "", when }: CaseVariant): readonly string[] {
  const given = Object.entries(when).filter(([, wanted]) => wanted === "given");
  return unknownPlaceholders(
    [subject],
    given.map(([id]) => `{${id}}`),
  );
}
