import { below, createRandom } from "./random.ts";

/** A question written to make an engine slow. */
export interface HostileQuestion {
  readonly name: string;
  readonly text: string;
}

const lengths = [6_000, 100_000];

export const hostileQuestions: readonly HostileQuestion[] = lengths.flatMap((length) => {
  const size = `${length.toLocaleString("en")} characters`;
  return [
    { name: `random words, ${size}`, text: randomWords(length) },
    { name: `one word, ${size}`, text: "x".repeat(length) },
    {
      name: `repeated text, ${size}`,
      text: "i lost my phone and my password. ".repeat(length).slice(0, length),
    },
  ];
});

function randomWords(length: number): string {
  const random = createRandom(length);
  const letters = Array.from({ length }, () =>
    random() < 0.15 ? " " : String.fromCharCode(97 + below(26, random)),
  );
  return letters.join("");
}
