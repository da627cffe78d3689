import { z } from "zod";
import { lastLocale } from "../answer/locale.ts";
import { fill } from "../answer/text.ts";
import type { Ask } from "../knowledge/ask.ts";
import type { AwsCase } from "../knowledge/entry.ts";
import { type Knowledge, textOf } from "../knowledge/knowledge.ts";
import { maskSecrets } from "../safety/mask.ts";
import { triedLimit } from "./limits.ts";

const texts = z.object({ subject: z.string(), description: z.string() }).readonly();

/** A case as its form takes it, in English. */
export type CaseText = z.infer<typeof texts>;

const draftSchema = z.object({
  /** When its last step was told, in milliseconds since 1970. */
  at: z.number(),
  /** The entries whose steps did not help. */
  tried: z.array(z.string()).readonly(),
  /** By the ask's id: the option's id, or what was written. */
  answers: z.record(z.string(), z.string()).readonly(),
  /** The question that it began with, where it is kept. */
  question: z.string().exactOptional(),
  /** The text as the person changed it. */
  edited: texts.exactOptional(),
});

/** What a person told for their cases, masked: each by its entry. */
export const draftsSchema = z.record(z.string(), draftSchema.readonly());

export type Drafts = Readonly<z.infer<typeof draftsSchema>>;

/** The case of one entry, as far as it was told. */
export type Draft = Readonly<z.infer<typeof draftSchema>>;

/** How long a case is kept after its last step, in milliseconds. */
export const draftsKept = 7 * 86_400_000;

/** The drafts whose time is not over. */
export function keptAt(drafts: Drafts, now: number): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([, { at }]) => now - at < draftsKept));
}

/** The drafts without that of an entry; undefined where nothing is left. */
export function withoutDraft(drafts: Drafts, entry: string): Drafts | undefined {
  const { [entry]: _, ...others } = drafts;
  return Object.keys(others).length > 0 ? others : undefined;
}

/** What was told for the last case that may be so for the next one as well: what was chosen, and whose account it is. */
export function answersBefore({ asks }: Knowledge, drafts: Drafts = {}): Draft["answers"] {
  const [last] = Object.values(drafts).sort((one, other) => other.at - one.at);
  return Object.fromEntries(
    Object.entries(last?.answers ?? {}).filter(([id]) => {
      const ask = asks.get(id);
      return ask && (ask.kind === "choice" || ask.must === "domain");
    }),
  );
}

/** The asks of an entry's case, in the order of its forms. */
export function asksOf({ asks }: Knowledge, { asks: ids }: AwsCase): readonly Ask[] {
  return ids.flatMap((id) => asks.get(id) ?? []);
}

/**
 * What a draft says, in English, since AWS Support answers in few languages and its forms are in English: its own
 * text where the person changed it, else what is made of the answers.
 */
export function composeDraft(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): CaseText {
  if (draft.edited) return draft.edited;
  const said = sayAnswers(knowledge, awsCase, draft);
  const tried = [
    ...triedEntries(knowledge, draft),
    ...said.filter(({ ask }) => ask.isTried).map(({ english }) => english),
  ];
  const facts = said.filter(({ ask }) => !ask.isTried && ask.kind !== "paragraph");
  const words = said.filter(({ ask }) => !ask.isTried && ask.kind === "paragraph");
  const parts = [
    [awsCase.problem, ...facts.map(({ english }) => english)].join("\n"),
    ...(tried.length > 0 ? [["What I tried:", ...tried.map((line) => `- ${line}`)].join("\n")] : []),
    ...words.map(({ english }) => english),
    awsCase.request,
  ];
  return { subject: awsCase.subject, description: parts.join("\n\n") };
}

/** An answer that was given, and the sentence that it becomes. */
interface Answered {
  readonly ask: Ask;
  readonly value: string;
  readonly english: string;
}

/** The answers of a draft to what its case asks, in order. */
export function sayAnswers(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): readonly Answered[] {
  return asksOf(knowledge, awsCase).flatMap((ask) => {
    const value = draft.answers[ask.id] ?? "";
    const english = value === "" ? undefined : sentenceOf(ask, value, draft.at);
    return english === undefined ? [] : [{ ask, value, english }];
  });
}

/** @returns undefined for an option that is no longer there */
function sentenceOf(ask: Ask, value: string, at: number): string | undefined {
  // What is no secret by itself may be one within the sentence.
  if (ask.kind !== "choice") return maskSecrets(fill(ask.english, { words: value }));
  const option = ask.options.find(({ id }) => id === value);
  return option && fill(option.english, datesAt(at));
}

function triedEntries(knowledge: Knowledge, { tried }: Draft): readonly string[] {
  return tried.slice(-triedLimit).flatMap((id) => {
    const entry = knowledge.find(id);
    if (!entry) return [];
    const [page] = entry.source;
    const { title } = textOf(entry, lastLocale);
    return [`The steps for "${title}"${page ? ` (${page.url})` : ""}`];
  });
}

const day = 86_400_000;
const dateFormat = new Intl.DateTimeFormat(lastLocale, { dateStyle: "long", timeZone: "UTC" });

/** The days that answers name, as they were when they were given. */
function datesAt(at: number): Readonly<Record<string, string>> {
  return { today: dateFormat.format(at), yesterday: dateFormat.format(at - day) };
}
