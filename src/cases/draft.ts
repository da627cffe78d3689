import { z } from "zod";
import { lastLocale } from "../answer/locale.ts";
import { fill } from "../answer/text.ts";
import type { Ask } from "../knowledge/ask.ts";
import type { AwsCase } from "../knowledge/entry.ts";
import { type Knowledge, textOf } from "../knowledge/knowledge.ts";
import { maskSecrets } from "../safety/mask.ts";
import { maxTriedEntries } from "./limits.ts";

const texts = z.object({ subject: z.string(), description: z.string() }).readonly();

/** The text of a case, in English. */
export type CaseText = z.infer<typeof texts>;

const draftSchema = z.object({
  /** Time of the last answer, in milliseconds since 1970. */
  at: z.number(),
  /** Entries whose steps did not help. */
  tried: z.array(z.string()).readonly(),
  /** By the ask's id: the option's id, or the text. */
  answers: z.record(z.string(), z.string()).readonly(),
  /** The question that led to the case. */
  question: z.string().exactOptional(),
  /** The text as the person edited it. */
  edited: texts.exactOptional(),
});

/** A person's drafts by entry, masked. */
export const draftsSchema = z.record(z.string(), draftSchema.readonly());

export type Drafts = Readonly<z.infer<typeof draftsSchema>>;

/** A person's answers for the case of one entry; it may be incomplete. */
export type Draft = Readonly<z.infer<typeof draftSchema>>;

/** A draft is kept for 7 days after its last answer. */
export const draftTtlMs = 7 * 86_400_000;

export function unexpiredDrafts(drafts: Drafts, now: number): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([, { at }]) => now - at < draftTtlMs));
}

/** The drafts without that of an entry; undefined if none is left. */
export function withoutDraft(drafts: Drafts, entry: string): Drafts | undefined {
  const { [entry]: _, ...others } = drafts;
  return Object.keys(others).length > 0 ? others : undefined;
}

/** Answers of the latest draft that fit other cases too: choices, and the account's domain. */
export function reusableAnswers({ asks }: Knowledge, drafts: Drafts = {}): Draft["answers"] {
  const [last] = Object.values(drafts).sort((one, other) => other.at - one.at);
  return Object.fromEntries(
    Object.entries(last?.answers ?? {}).filter(([id]) => {
      const ask = asks.get(id);
      return ask && (ask.kind === "choice" || ask.must === "domain");
    }),
  );
}

/** The questions of a case, in order. */
export function asksOf({ asks }: Knowledge, { asks: ids }: AwsCase): readonly Ask[] {
  return ids.flatMap((id) => asks.get(id) ?? []);
}

/**
 * The text of a draft: as the person edited it, else composed of the answers. It is in English, like AWS's forms; AWS
 * Support answers in few languages.
 */
export function composeDraft(knowledge: Knowledge, awsCase: AwsCase, draft: Draft): CaseText {
  if (draft.edited) return draft.edited;
  const sentences = answerSentences(knowledge, awsCase, draft);
  const tried = [
    ...triedEntries(knowledge, draft),
    ...sentences.filter(({ ask }) => ask.isTried).map(({ english }) => english),
  ];
  const facts = sentences.filter(({ ask }) => !ask.isTried && ask.kind !== "paragraph");
  const paragraphs = sentences.filter(({ ask }) => !ask.isTried && ask.kind === "paragraph");
  const parts = [
    [awsCase.problem, ...facts.map(({ english }) => english)].join("\n"),
    ...(tried.length > 0 ? [["What I tried:", ...tried.map((line) => `- ${line}`)].join("\n")] : []),
    ...paragraphs.map(({ english }) => english),
    awsCase.request,
  ];
  return { subject: awsCase.subject, description: parts.join("\n\n") };
}

/** An answer, and its sentence in the draft. */
interface AnswerSentence {
  readonly ask: Ask;
  readonly value: string;
  readonly english: string;
}

/** The answers of a draft with their sentences, in the order of the questions. */
export function answerSentences(
  knowledge: Knowledge,
  awsCase: AwsCase,
  draft: Draft,
): readonly AnswerSentence[] {
  return asksOf(knowledge, awsCase).flatMap((ask) => {
    const value = draft.answers[ask.id] ?? "";
    const english = value === "" ? undefined : sentenceOf(ask, value, draft.at);
    return english === undefined ? [] : [{ ask, value, english }];
  });
}

/** @returns undefined for an option that no longer exists */
function sentenceOf(ask: Ask, value: string, at: number): string | undefined {
  // Masked again: a value may be a secret only in the context of the sentence.
  if (ask.kind !== "choice") return maskSecrets(fill(ask.english, { words: value }));
  const option = ask.options.find(({ id }) => id === value);
  return option && fill(option.english, datesAt(at));
}

function triedEntries(knowledge: Knowledge, { tried }: Draft): readonly string[] {
  return tried.slice(-maxTriedEntries).flatMap((id) => {
    const entry = knowledge.find(id);
    if (!entry) return [];
    const [page] = entry.source;
    const { title } = textOf(entry, lastLocale);
    return [`The steps for "${title}"${page ? ` (${page.url})` : ""}`];
  });
}

const day = 86_400_000;
const dateFormat = new Intl.DateTimeFormat(lastLocale, { dateStyle: "long", timeZone: "UTC" });

/** Values for the dates in an answer's sentence, as of the time of the answer. */
function datesAt(at: number): Readonly<Record<string, string>> {
  return { today: dateFormat.format(at), yesterday: dateFormat.format(at - day) };
}
