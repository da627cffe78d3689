import fc from "fast-check";
import type { Answer } from "../../src/answer/answer.ts";
import { type Form, joinOptions } from "../../src/answer/form.ts";
import { wordsOf } from "../../src/answer/text.ts";
import { writeToken } from "../../src/answer/token.ts";
import type { Drafts } from "../../src/cases/draft.ts";
import { caseEntryOf } from "../../src/conversation/replies/show-escalation.ts";
import { newState } from "../../src/conversation/state.ts";
import type { TurnResult } from "../../src/conversation/types.ts";
import { isNotYet } from "../../src/knowledge/ask.ts";
import type { Entry } from "../../src/knowledge/entry.ts";
import type { Input } from "../../src/platform/incoming.ts";
import { ourKnowledge, ourResponder } from "../support/our-knowledge.ts";

const noon = Date.UTC(2026, 10, 20, 12);

/** The entries whose door is AWS Support. */
export const caseEntries = ourKnowledge.entries.filter((entry) => caseEntryOf(entry) !== undefined);

const { converse } = ourResponder;

/** What comes of an input by somebody of whom only the drafts are known. */
export function turn(input: Input, drafts?: Drafts, place: "private" | "channel" = "private"): TurnResult {
  return converse(newState, {
    id: "e1",
    address: { adapter: "terminal", data: "" },
    person: "minh",
    addressed: true,
    place,
    now: noon,
    locale: "vi",
    input,
    ...(drafts && { drafts }),
  });
}

export function press(
  action: "fill" | "case" | "door" | "edit" | "forget",
  entry: Entry,
  drafts?: Drafts,
): TurnResult {
  return turn({ kind: "press", token: writeToken({ action, entry: entry.id, locale: "vi" }) }, drafts);
}

/** Options that lead back to the steps, or to another entry that helps instead of the case. */
export function leadsElsewhere(entry: Entry, field: string, option: string): boolean {
  const ask = ourKnowledge.asks.get(field);
  const { awsCase } = caseEntryOf(entry) ?? {};
  const isElsewhere = awsCase?.variants.some(
    ({ when, entry: other }) => other !== undefined && when[field]?.includes(option),
  );
  return Boolean(isElsewhere || (ask && isNotYet(ask, option)));
}

/** Fills in a case's forms step by step, each with what `values` says of it, and sends them. */
export function submit(entry: Entry, values: (form: Form) => Readonly<Record<string, string>>): TurnResult {
  let step = press("fill", entry);
  let drafts: Drafts | undefined;
  while (step.reply.kind === "form") {
    const { form } = step.reply;
    step = turn({ kind: "submit", token: form.token, values: values(form) }, drafts);
    drafts = step.drafts === "none" ? undefined : (step.drafts ?? drafts);
  }
  return step;
}

export function answerOf({ reply }: TurnResult): Answer {
  if (reply.kind !== "answer") throw new Error(`there is no answer but ${JSON.stringify(reply)}`);
  return reply.answer;
}

/** The texts to copy: subject and description. */
export function copiesIn({ blocks }: Answer): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "steps") return copiesIn({ locale: "vi", buttons: [], blocks: block.steps.flat() });
    return block.kind === "code" ? [block.text] : [];
  });
}

/** What the list of meanings says. */
export function meaningsIn({ blocks }: Answer): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "list" ? block.items.map(wordsOf) : []));
}

/** Values for every field of a form that lead to the draft: an option of each choice, and words from an arbitrary. */
export function anyValues(
  entry: Entry,
  form: Form,
  words: fc.Arbitrary<string>,
): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.record(
    Object.fromEntries(
      form.fields.map((field) => [
        field.id,
        "options" in field
          ? fc
              .subarray(
                field.options.map(({ id }) => id).filter((id) => !leadsElsewhere(entry, field.id, id)),
                { minLength: 1, ...(field.kind === "choice" && { maxLength: 1 }) },
              )
              .map(joinOptions)
          : words.map((text) => text.slice(0, field.limit)),
      ]),
    ),
  );
}
