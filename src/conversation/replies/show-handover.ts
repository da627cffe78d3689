import { type Answer, type Block, type Button, paragraph } from "../../answer/answer.ts";
import { fill, placeSpan, plain, strong, type Text } from "../../answer/text.ts";
import type { Handover, Told } from "../../cases/handover.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { primary, type ReplyContext } from "./context.ts";
import { timeSpan } from "./dates.ts";
import { nameOf, sayWhoAndSince, teamButton } from "./team-buttons.ts";

/**
 * The team's first message about a handover: how it stands, who needs help with what, what was tried, and the draft for
 * AWS. It is made of the handover alone, so that it can be made anew whenever that changes.
 * @param relaysAll whether every reply in the thread is passed on, not only those with a mention
 */
export function showHandover(context: ReplyContext, handover: Handover, relaysAll = false): Answer {
  const { knowledge, locale, strings } = context;
  const { team } = strings;
  const { question, tried = [], draft } = handover.told ?? noneTold;
  const entry = handover.entry === undefined ? undefined : knowledge.find(handover.entry);
  const language = knowledge.strings.get(handover.locale)?.name ?? handover.locale;
  const fields = [
    ...(question ? [{ label: team.asked, value: question }] : []),
    ...(entry ? [{ label: team.topic, value: textOf(entry, locale).short }] : []),
    { label: team.language, value: language },
  ];
  return {
    locale,
    title: fill(team.needsHelp, { name: nameOf(context, handover.name) }),
    blocks: [
      paragraph(...standingOf(context, handover)),
      { kind: "fields", fields },
      ...(handover.at === undefined
        ? []
        : [paragraph(...placeSpan(team.askedAt, "time", timeSpan(context, handover.at)))]),
      ...triedBlocks(context, tried),
      ...(draft === undefined ? [] : [paragraph(strong(team.draft)), { kind: "code", text: draft } as const]),
      { kind: "note", tone: "footnote", text: [plain(howToAnswer(context, relaysAll))] },
    ],
    buttons: standingButtons(context, handover),
  };
}

const noneTold: Told = { tried: [] };

export function howToAnswer({ strings }: ReplyContext, relaysAll: boolean): string {
  const { howToAnswer: byMention, howToAnswerAll } = strings.team;
  return relaysAll ? howToAnswerAll : byMention;
}

/** Who has it and since when, or that it is closed. */
function standingOf(context: ReplyContext, { isClosed, closer, taker }: Handover): Text {
  const { closed, closedOn, taken, takenSince, nobodyYet } = context.strings.team;
  if (isClosed)
    return sayWhoAndSince(context, closer ?? withoutTime(taker), { once: closed, since: closedOn });
  return taker ? sayWhoAndSince(context, taker, { once: taken, since: takenSince }) : [plain(nobodyYet)];
}

/** In old records who closed it stands as the taker, with the time when they took it. */
function withoutTime(taker: Handover["taker"]): Handover["taker"] {
  if (!taker) return undefined;
  const { at: _, ...helper } = taker;
  return helper;
}

/** What the team can do next. To close it comes after somebody has taken it, so that no slip of the hand does. */
export function standingButtons(context: ReplyContext, handover: Handover): readonly Button[] {
  const { take, close, openAgain } = context.strings.buttons;
  if (handover.isClosed) return [teamButton(context, handover, "open-again", openAgain)];
  return [
    handover.taker
      ? teamButton(context, handover, "close", close)
      : primary(teamButton(context, handover, "take", take)),
  ];
}

function triedBlocks(
  { knowledge, locale, strings }: ReplyContext,
  tried: readonly string[],
): readonly Block[] {
  const names = tried.flatMap((id) => knowledge.find(id) ?? []).map((one) => textOf(one, locale).short);
  if (names.length === 0) return [];
  return [paragraph(strong(strings.team.tried)), { kind: "list", items: names.map((name) => [plain(name)]) }];
}
