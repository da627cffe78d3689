import { shorten } from "../../lib/shorten.ts";
import type { Incoming, Input } from "../../platform/incoming.ts";
import { maxFieldCharacters, maxFields, maxReadCharacters, maxReadNameCharacters } from "./rates.ts";

/** The event with its texts no longer than the bot reads them, so that the time it takes is bounded. */
export function limitLength(incoming: Incoming): Incoming {
  const { name } = incoming;
  return {
    ...incoming,
    ...(name !== undefined && { name: shorten(name, maxReadNameCharacters) }),
    input: limitInput(incoming.input),
  };
}

function limitInput(input: Input): Input {
  switch (input.kind) {
    case "question":
      return { ...input, text: startAndEnd(input.text) };
    case "submit": {
      const fields = Object.entries(input.values).slice(0, maxFields);
      const values = fields.map(([field, value]) => [field, shorten(value, maxFieldCharacters)]);
      return { ...input, values: Object.fromEntries(values) };
    }
    case "press":
    case "open":
      return input;
  }
}

/** A word at the cut is left out with up to so many characters. */
const maxCutWord = 500;

/** Cuts between words, so that no half of a secret is left that would not be recognised. */
function startAndEnd(text: string): string {
  const { first, last } = maxReadCharacters;
  if (text.length <= first + last) return text;
  const start = text.slice(0, first - maxCutWord) + text.slice(first - maxCutWord, first).replace(/\S+$/, "");
  const end = text.slice(-last, maxCutWord - last).replace(/^\S+/, "") + text.slice(maxCutWord - last);
  return `${start}\n…\n${end}`;
}
