import { expect, it } from "vitest";
import { nearest } from "../../src/lib/nearest.ts";

it.each([
  ["a slip of the finger", "lost-kee", ["lost-lamp", "lost-key"], "lost-key"],
  ["the name itself before one like it", "lost-key", ["lost-keys", "lost-key"], "lost-key"],
  ["five edits of a long name", "forgot-root-pass", ["forgot-root-passwords"], "forgot-root-passwords"],
])("%s is known", (_what, name, known, found) => {
  expect(nearest(name, known)).toBe(found);
});

it.each([
  ["another word", "window", ["lost-key"]],
  ["six edits of a long name", "forgot-root-pass", ["forgot-root-passwords1"]],
  ["half of a short name", "keys", ["kites"]],
  ["another letter", "a", ["b"]],
  ["anything where nothing is known", "key", []],
])("%s is not", (_what, name, known) => {
  expect(nearest(name, known)).toBeUndefined();
});
