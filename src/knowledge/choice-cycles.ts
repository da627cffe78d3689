import type { ChoiceEntry, Entry } from "./entry.ts";
import { entryYaml, type UnlocatedFault } from "./unlocated-fault.ts";

/** Reports choices that lead back to themselves through other choices. */
export function choiceCycles(entries: readonly Entry[]): readonly UnlocatedFault[] {
  const choices = new Map(entries.flatMap((entry) => (entry.kind === "choice" ? [[entry.id, entry]] : [])));
  const done = new Set<string>();
  const walk = (choice: ChoiceEntry, trail: readonly string[]): readonly UnlocatedFault[] => {
    const start = trail.indexOf(choice.id);
    if (start >= 0) {
      const cycle = [...trail.slice(start), choice.id].join(" > ");
      return [
        { file: entryYaml(choice), at: ["options"], message: `options: a circle of choices: ${cycle}` },
      ];
    }
    if (done.has(choice.id)) return [];
    const faults = choice.options.flatMap((id) => {
      const next = choices.get(id);
      return next ? walk(next, [...trail, choice.id]) : [];
    });
    done.add(choice.id);
    return faults;
  };
  return [...choices.values()].flatMap((choice) => walk(choice, []));
}
