import { type Answer, pressButtons } from "../../answer/answer.ts";
import type { Fact } from "../../answer/fact.ts";
import { findLocale, type Locale } from "../../answer/locale.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { createReplyContext } from "../replies/context.ts";
import { showNudge } from "../replies/show-nudge.ts";
import type { State } from "../state.ts";

/** One person is asked once in 12 hours at most, in one conversation. */
const nudgePauseMs = 12 * 3_600_000;

/** What the bot says unasked about an answer that got no reaction, and the state from then on. */
export interface Nudge {
  readonly answer: Answer;
  readonly state: State;
  readonly facts: readonly Fact[];
}

interface NudgeOptions {
  /** The entry that was shown, and the time of that turn in milliseconds since 1970. */
  readonly entry: string;
  readonly answeredAt: number;
  readonly now: number;
  /** The language if that of the conversation is no longer spoken. */
  readonly defaultLocale: Locale;
}

/**
 * Asks whether the answer helped. Afterwards a mere "yes" or "no" is about this question, also where the state would be
 * too old for it.
 * @param state as it is stored, however old
 * @returns undefined if something happened since the answer, or the person was asked not long ago
 */
export function nudge(
  knowledge: Knowledge,
  state: State,
  { entry: id, answeredAt, now, defaultLocale }: NudgeOptions,
): Nudge | undefined {
  const entry = knowledge.find(id);
  if (entry?.kind !== "answer" || state.at !== answeredAt || state.entry !== id) return undefined;
  if (!mayAskAgain(state, now)) return undefined;
  const locale = findLocale([...knowledge.strings.keys()], state.locale) ?? defaultLocale;
  const answer = showNudge(createReplyContext(knowledge, locale), entry);
  return {
    answer,
    state: {
      ...state,
      locale,
      screen: { kind: "nudge", entry: id },
      asked: "worked",
      offered: pressButtons(answer.buttons),
      at: now,
      nudgedAt: now,
    },
    facts: [{ kind: "nudged", entry: id, locale }],
  };
}

function mayAskAgain({ nudgedAt }: State, now: number): boolean {
  return nudgedAt === undefined || now - nudgedAt >= nudgePauseMs;
}
