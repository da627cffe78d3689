import type { PlannedTalk } from "./plan-talks.ts";

/** What a person saw of the answers to their messages. */
export interface TalkVerdict {
  readonly asked: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly isInOrder: boolean;
  /** What was expected and what came, for a look at what went wrong. */
  readonly titles: readonly string[];
  readonly seen: readonly string[];
  /** Messages that say that an answer could not be given yet. */
  readonly apologies: number;
}

/** @param seen the first lines of the bot's messages, the oldest first */
export function judgeTalk(
  { texts, titles }: PlannedTalk,
  seen: readonly string[],
  apologies: readonly string[],
): TalkVerdict {
  const places = titles.map((title) => seen.flatMap((text, place) => (text.includes(title) ? [place] : [])));
  const firsts = places.flatMap(([first]) => first ?? []);
  return {
    asked: texts.length,
    titles,
    seen,
    lost: texts.filter((_, index) => places[index]?.length === 0),
    doubled: texts.filter((_, index) => (places[index]?.length ?? 0) > 1),
    isInOrder: firsts.every((place, index) => index === 0 || place > (firsts[index - 1] ?? -1)),
    apologies: seen.filter((text) => apologies.some((apology) => text.includes(apology))).length,
  };
}
