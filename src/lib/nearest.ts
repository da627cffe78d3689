import { editDistance } from "./edit-distance.ts";

/** Edits up to which a name is taken for a slip of another, if they are fewer than half of its letters. */
const maxEdits = 5;

/** The one of the known names that a wrong one was most likely meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const most = Math.min(maxEdits, (name.length - 1) / 2);
  const [best] = known
    .map((other) => ({ other, edits: editDistance(name, other) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return best?.other;
}
