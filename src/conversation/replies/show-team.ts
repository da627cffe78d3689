import { type Answer, type Block, type Button, paragraph } from "../../answer/answer.ts";
import { fill, fillText, placeSpan, plain, strong, type Text } from "../../answer/text.ts";
import { writeToken } from "../../answer/token.ts";
import { composeDraft } from "../../cases/compose-draft.ts";
import type { Draft } from "../../cases/draft.ts";
import type { Handover } from "../../cases/handover.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import { button, homeButton, type ReplyContext } from "./context.ts";
import { timeSpan } from "./dates.ts";
import { say, sayText } from "./short-answers.ts";
import { caseEntryOf } from "./show-escalation.ts";

/** What the team reads about a person, as far as it is known. */
interface HandoverDetails {
  readonly question?: string | undefined;
  /** Entries whose steps did not help. */
  readonly tried: readonly string[];
  readonly draft?: Draft | undefined;
}

/** To the team: who needs help with what, what was tried, and the draft for AWS. */
export function showHandover(
  context: ReplyContext,
  handover: Handover,
  { question, tried, draft }: HandoverDetails,
): Answer {
  const { knowledge, locale, strings } = context;
  const { team, buttons } = strings;
  const entry = handover.entry === undefined ? undefined : knowledge.find(handover.entry);
  const language = knowledge.strings.get(handover.locale)?.name ?? handover.locale;
  const fields = [
    ...(question ? [{ label: team.asked, value: question }] : []),
    ...(entry ? [{ label: team.topic, value: textOf(entry, locale).title }] : []),
    { label: team.language, value: language },
  ];
  const titles = tried.flatMap((id) => knowledge.find(id) ?? []).map((one) => textOf(one, locale).title);
  return {
    locale,
    title: fill(team.needsHelp, { name: nameOf(context, handover.name) }),
    blocks: [
      { kind: "fields", fields },
      ...(handover.at === undefined
        ? []
        : [paragraph(...placeSpan(team.askedAt, "time", timeSpan(context, handover.at)))]),
      ...(titles.length > 0
        ? [
            paragraph(strong(team.tried)),
            { kind: "list", items: titles.map((title) => [plain(title)]) } as const,
          ]
        : []),
      ...draftBlocks(context, entry && caseEntryOf(entry), draft),
      { kind: "note", tone: "footnote", text: [plain(team.howToAnswer)] },
    ],
    buttons: [
      teamButton(context, handover, "take", buttons.take),
      teamButton(context, handover, "close", buttons.close),
    ],
  };
}

function draftBlocks(
  { knowledge, strings }: ReplyContext,
  caseEntry: ReturnType<typeof caseEntryOf>,
  draft: Draft | undefined,
): readonly Block[] {
  if (!caseEntry || !draft) return [];
  const { subject, description } = composeDraft(knowledge, caseEntry.awsCase, draft);
  return [paragraph(strong(strings.team.draft)), { kind: "code", text: `${subject}\n\n${description}` }];
}

function nameOf({ strings }: ReplyContext, name: string | undefined): string {
  return name ?? strings.team.somebody;
}

export function teamButton(
  { locale }: ReplyContext,
  { id }: Handover,
  action: "take" | "close" | "reply" | "relayed",
  label: string,
): Button {
  return { kind: "press", label, token: writeToken({ action, handover: id, locale }) };
}

/** A sentence to the team, with its next actions. */
export function tellTeam(context: ReplyContext, handover: Handover, sentence: string): Answer {
  const { name } = handover.taker ?? {};
  return tellTeamText(context, handover, [plain(fill(sentence, { name: nameOf(context, name) }))]);
}

/** To the team: who has it already. */
export function tellTeamWhoHasIt(context: ReplyContext, handover: Handover): Answer {
  const { taken, takenSince } = context.strings.team;
  return tellTeamText(context, handover, takerText(context, handover, { taken, takenSince }));
}

function tellTeamText(context: ReplyContext, handover: Handover, text: Text): Answer {
  const { take, close } = context.strings.buttons;
  const next = handover.taker ? [] : [teamButton(context, handover, "take", take)];
  return sayText(context, text, [
    ...next,
    ...(handover.isClosed ? [] : [teamButton(context, handover, "close", close)]),
  ]);
}

/** Who has it, and since when, if that is known. */
function takerText(
  context: ReplyContext,
  { taker }: Handover,
  { taken, takenSince }: { readonly taken: string; readonly takenSince: string },
): Text {
  const text =
    taker?.at === undefined ? [plain(taken)] : placeSpan(takenSince, "time", timeSpan(context, taker.at));
  return fillText(text, { name: nameOf(context, taker?.name) });
}

/** A message of one side, shown to the other. */
export function showRelayedMessage(
  context: ReplyContext,
  {
    name,
    text,
    buttons,
    hint,
  }: {
    readonly name: string | undefined;
    readonly text: string;
    readonly buttons: readonly Button[];
    readonly hint?: string;
  },
): Answer {
  return {
    locale: context.locale,
    blocks: [
      paragraph(strong(fill(context.strings.team.writes, { name: nameOf(context, name) }))),
      paragraph(plain(text)),
      ...(hint === undefined ? [] : [{ kind: "note", tone: "footnote", text: [plain(hint)] } as const]),
    ],
    buttons,
  };
}

/** To the person: how it stands. */
export function tellPerson(context: ReplyContext, handover: Handover): Answer {
  const { team, buttons } = context.strings;
  const entry = handover.entry === undefined ? undefined : context.knowledge.find(handover.entry);
  const name = nameOf(context, handover.taker?.name);
  if (handover.isClosed)
    return say(context, fill(team.closedForYou, { name }), [
      ...(entry
        ? [button(context, buttons.solved, "solved", entry), button(context, buttons.stuck, "stuck", entry)]
        : []),
      teamButton(context, handover, "reply", buttons.replyTeam),
      homeButton(context),
    ]);
  const { takenForYou: taken, takenForYouSince: takenSince, waiting } = team;
  const text = handover.taker ? takerText(context, handover, { taken, takenSince }) : [plain(waiting)];
  return tellAsker(context, handover, text);
}

/** To the person: who has just taken it. */
export function tellPersonOfTaker(context: ReplyContext, handover: Handover): Answer {
  const name = nameOf(context, handover.taker?.name);
  return tellAsker(context, handover, [plain(fill(context.strings.team.takenForYou, { name }))]);
}

function tellAsker(context: ReplyContext, handover: Handover, text: Text): Answer {
  return sayText(context, text, [
    teamButton(context, handover, "reply", context.strings.buttons.replyTeam),
    homeButton(context),
  ]);
}

/** To the person: that no further question is passed on for now. */
export function tellHandoverLimit(context: ReplyContext, last: Handover): Answer {
  return tellAsker(context, last, [plain(context.strings.limits.handovers)]);
}

/** The team's message for the person, with a button to reply. */
export function showTeamMessage(
  context: ReplyContext,
  handover: Handover,
  text: string,
  name: string | undefined,
): Answer {
  const { team, buttons } = context.strings;
  return showRelayedMessage(context, {
    name,
    text,
    hint: team.answerHere,
    buttons: [teamButton(context, handover, "reply", buttons.replyTeam), homeButton(context)],
  });
}

/** The public notice that the team has written. */
export function pointToTeamMessage(context: ReplyContext, handover: Handover): Answer {
  return say(context, context.strings.team.news, [
    teamButton(context, handover, "relayed", context.strings.buttons.showHere),
  ]);
}
