import type { ChoiceEntry, Entry } from "./entry.ts";
import { entryYaml, type UnlocatedFault } from "./unlocated-fault.ts";

/** A choice must not lead back to itself through other choices. */
export function choiceCycles(entries: readonly Entry[]): readonly UnlocatedFault[] {
  const choices = new Map(entries.flatMap((entry) => (entry.kind === "choice" ? [[entry.id, entry]] : [])));
  const done = new Set<string>();
  const walk = (choice: ChoiceEntry, trail: readonly string[]): readonly UnlocatedFault[] => {
    const start = trail.indexOf(choice.id);
    if (start >= 0) {
      const circle = [...trail.slice(start), choice.id].join(" > ");
      return [
        { file: entryYaml(choice), at: ["options"], message: `options: a circle of choices: ${circle}` },
      ];
    }
    if (done.has(choice.id)) return [];
    const findings = choice.options.flatMap((id) => {
      const next = choices.get(id);
      return next ? walk(next, [...trail, choice.id]) : [];
    });
    done.add(choice.id);
    return findings;
  };
  return [...choices.values()].flatMap((choice) => walk(choice, []));
}
