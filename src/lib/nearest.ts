import { editDistance } from "./edit-distance.ts";

/** A name with more edits than this, or than half of its letters, is no typo of another. */
const maxEdits = 5;

/** The known name that a mistyped one was probably meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const most = Math.min(maxEdits, (name.length - 1) / 2);
  const [best] = known
    .map((other) => ({ other, edits: editDistance(name, other) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return best?.other;
}
