import { z } from "zod";
import { localeSchema } from "../answer/locale.ts";
import type { Ask } from "../knowledge/ask.ts";
import type { AwsCase } from "../knowledge/entry.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

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
  /** By the ask's id: the language of what the person wrote. */
  languages: z.record(z.string(), localeSchema).exactOptional(),
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
export const draftTtlDays = 7;
export const draftTtlMs = draftTtlDays * 86_400_000;

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
