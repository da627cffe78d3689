import type { Block } from "../answer/answer.ts";
import { wordsOf } from "../answer/text.ts";
import type { EntryText } from "./entry.ts";

/**
 * A part of what an entry says, which can be quoted by itself. `step`: of its answer. `note`: what stands beside the steps.
 * `stuck`: what else to check. `question`: a short answer. Each kind is counted from 1.
 */
export interface EntryPart {
  readonly kind: "step" | "note" | "stuck" | "question";
  readonly number: number;
  readonly blocks: readonly Block[];
}

/** A part with the question above it, if there is one, and the words it is found by. */
export interface FoundPart {
  readonly part: EntryPart;
  readonly heading: string;
  readonly text: string;
}

type TextWithParts = Pick<EntryText, "body" | "stillStuck" | "questions">;

/** The names of all parts. */
export function partNames(text: TextWithParts): readonly string[] {
  return partsOf(text).map(({ part }) => partName(part));
}

/** The parts with these names, in this order; those that are gone are left out. */
export function partsNamed(text: TextWithParts, names: readonly string[]): readonly EntryPart[] {
  const parts = new Map(partsOf(text).map(({ part }) => [partName(part), part]));
  return names.flatMap((name) => parts.get(name) ?? []);
}

/** All parts of an entry in a language, in their order. */
export function partsOf({ body, stillStuck, questions }: TextWithParts): readonly FoundPart[] {
  const notes = body.filter(({ kind }) => kind !== "steps").flatMap(itemsOf);
  return [
    ...toParts("step", stepsOf({ body })),
    ...toParts(
      "note",
      notes.map((block) => [block]),
    ),
    ...toParts(
      "stuck",
      stillStuck.flatMap(itemsOf).map((block) => [block]),
    ),
    ...questions.map(({ question, answer }, index) => ({
      ...toPart("question", answer, index),
      heading: question,
    })),
  ];
}

/** The steps of an answer; empty if it has none. */
export function stepsOf({ body }: Pick<EntryText, "body">): readonly (readonly Block[])[] {
  return body.flatMap((block) => (block.kind === "steps" ? block.steps : []));
}

function toParts(kind: EntryPart["kind"], parts: readonly (readonly Block[])[]): readonly FoundPart[] {
  return parts.map((blocks, index) => toPart(kind, blocks, index));
}

function toPart(kind: EntryPart["kind"], blocks: readonly Block[], index: number): FoundPart {
  return { part: { kind, number: index + 1, blocks }, heading: "", text: wordsIn(blocks) };
}

/** The items of a list one by one, any other block as it is. */
function itemsOf(block: Block): readonly Block[] {
  return block.kind === "list"
    ? block.items.map((item): Block => ({ kind: "paragraph", text: item }))
    : [block];
}

function wordsIn(blocks: readonly Block[]): string {
  return blocks.map(wordsInBlock).join("\n");
}

function wordsInBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return wordsOf(block.text);
    case "section":
      return block.title;
    case "steps":
      return block.steps.map(wordsIn).join("\n");
    case "list":
      return block.items.map(wordsOf).join("\n");
    case "code":
      return block.text;
    case "fields":
      return block.fields.map(({ label, value }) => `${label} ${value}`).join("\n");
  }
}

/** A part by its name in follow-ups.<language>.yaml: `step 2`. */
export function partName({ kind, number }: EntryPart): string {
  return `${kind} ${number}`;
}
