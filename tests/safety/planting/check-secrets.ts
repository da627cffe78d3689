import { writeFileSync } from "node:fs";
import path from "node:path";
import { secretKindsIn } from "../../../src/safety/secret-kinds.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";
import { countLeaks, type KindCount } from "./count-leaks.ts";
import { plantedKinds } from "./kinds.ts";
import { sentences } from "./sentences.ts";

// `npm run check:secrets`: plants every kind of secret in sentences and in display names, through the whole assistant, and
// writes docs/secrets.md. Takes some minutes. In the environment, SEED draws other values and sentences, and SENTENCES
// says how many for each kind.

const seed = Number(process.env.SEED ?? 1);
const sentencesEach = Math.min(Number(process.env.SENTENCES ?? 16), sentences.length);
const names = 2;
const file = path.join(import.meta.dirname, "../../../docs/secrets.md");

const groups: (readonly [string, readonly KindCount[]])[] = [];
for (const [group, kinds] of Object.entries(plantedKinds)) {
  const counts: KindCount[] = [];
  for (const [at, kind] of kinds.entries()) {
    const ownSeed = seed * 1000 + groups.length * 100 + at;
    const drawn = sentencesFrom(ownSeed * sentencesEach);
    const count = await countLeaks(kind, { sentences: drawn, names, seed: ownSeed });
    if (count.caught < count.planted) console.log(rowOf(count));
    counts.push(count);
  }
  groups.push([group, counts]);
  console.log(`${group}: ${counts.length} kinds`);
}

const phrases = ourKnowledge.entries.flatMap(({ text }) =>
  Object.values(text).flatMap((each) => each?.phrases ?? []),
);
const questions = ourKnowledge.questions.map(({ text }) => text);
writeFileSync(file, `${page()}\n`);
console.log(summary());

/** As many in a row as one kind gets; each kind begins at another. */
function sentencesFrom(first: number): readonly string[] {
  return Array.from({ length: sentencesEach }, (_, at) => sentences[(first + at) % sentences.length] ?? "…");
}

function page(): string {
  return [
    "# Secrets: what is found",
    "",
    `Written by \`npm run check:secrets\` (seed ${seed}). ${summary()}`,
    "",
    `Each kind is planted in ${sentencesEach} of ${sentences.length} sentences and ${names} display names, with other random values each time: in a question, in the forms of a case, in what the team is told. Afterwards any eight characters in a row of it (all, where it is shorter; sixteen of a phrase of words, since fewer can be a word of ours) are looked for in what the team gets, in the draft, in what the store is given, and in the log. The kinds, sentences and values are our own (\`tests/safety/planting/\`).`,
    "",
    `False alarms on our own knowledge: ${alarmsIn(phrases)} of ${phrases.length} phrases, ${alarmsIn(questions)} of ${questions.length} questions.`,
    ...groups.flatMap(([group, counts]) => [
      "",
      `## ${group}`,
      "",
      "| kind | caught | of | arrived |",
      "|---|---:|---:|---|",
      ...counts.map(rowOf),
    ]),
  ].join("\n");
}

function rowOf({ name, caught, planted, arrived }: KindCount): string {
  const cell = name.replaceAll("|", String.raw`\|`);
  return `| ${cell} | ${caught} | ${planted} | ${arrived.join(", ")} |`;
}

function summary(): string {
  const all = groups.flatMap(([, counts]) => counts);
  const whole = all.filter(({ caught, planted }) => caught === planted).length;
  const planted = all.reduce((sum, count) => sum + count.planted, 0);
  const caught = all.reduce((sum, count) => sum + count.caught, 0);
  return `Of ${all.length} kinds, ${whole} were caught every time; of ${planted} secrets, ${caught}.`;
}

function alarmsIn(texts: readonly string[]): number {
  return texts.filter((text) => secretKindsIn(text).length > 0).length;
}
