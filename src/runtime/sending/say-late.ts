import { type Answer, paragraph } from "../../answer/answer.ts";
import type { Locale } from "../../answer/locale.ts";
import { fill, plain } from "../../answer/text.ts";
import { createReplyContext } from "../../conversation/replies/context.ts";
import type { TurnResult } from "../../conversation/types.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { LanguageStrings } from "../../knowledge/language-strings.ts";
import type { Incoming } from "../../platform/incoming.ts";

interface LateOptions {
  readonly knowledge: Knowledge;
  /** The language if the conversation has none. */
  readonly locale: Locale;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** An answer to a message that was written while the bot was away begins with a line that says how long ago. */
export function sayLate(
  result: TurnResult,
  { late }: Incoming,
  { knowledge, locale, now }: LateOptions,
): TurnResult {
  const { reply, state } = result;
  if (!late || reply.kind !== "answer") return result;
  const { strings } = createReplyContext(knowledge, state.locale ?? locale);
  return {
    ...result,
    reply: { ...reply, answer: beginWith(lateLine(strings, now - late.at), reply.answer) },
  };
}

const minuteMs = 60_000;

function lateLine({ late }: LanguageStrings, ageMs: number): string {
  const minutes = Math.round(ageMs / minuteMs);
  if (minutes < 2) return late.moment;
  if (minutes < 55) return fill(late.minutes, { minutes: String(minutes) });
  return minutes < 90 ? late.hour : late.hours;
}

/** The title follows the line as a heading. */
function beginWith(line: string, { title, ...answer }: Answer): Answer {
  const heading = title === undefined ? [] : [{ kind: "section", title } as const];
  return { ...answer, blocks: [paragraph(plain(line)), ...heading, ...answer.blocks] };
}
