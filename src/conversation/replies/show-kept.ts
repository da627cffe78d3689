import { type Answer, type Block, type Button, paragraph } from "../../answer/answer.ts";
import { fill, placeSpan, plain, type Text } from "../../answer/text.ts";
import { type Draft, draftTtlMs } from "../../cases/draft.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { Kept } from "../kept.ts";
import { button, homeButton, type ReplyContext, teamButtons } from "./context.ts";
import { timeSpan } from "./dates.ts";
import { say, sayWithTopics } from "./short-answers.ts";

/** The button that shows what is kept of the person. */
export function myDataButton(context: ReplyContext): Button {
  return button(context, context.strings.buttons.myData, "kept");
}

/** The words that lead to what is kept, under other messages. */
export function keptHint({ strings }: ReplyContext): Block {
  return { kind: "note", tone: "footnote", text: [plain(strings.kept.hint)] };
}

/** To the person alone: what is kept of them and for how long, what stays elsewhere, and whether to forget it. */
export function showKept(context: ReplyContext, kept: Kept): Answer {
  const { locale, strings } = context;
  const { title, ask } = strings.kept;
  return {
    locale,
    title,
    blocks: [
      { kind: "list", items: itemsOf(context, kept) },
      ...unansweredBlocks(context, kept),
      paragraph(plain(staysOf(context))),
      paragraph(plain(ask)),
    ],
    buttons: [forgetAllButton(context), button(context, strings.buttons.keepAll, "keep-all")],
  };
}

function itemsOf(context: ReplyContext, kept: Kept): readonly Text[] {
  const { strings, knowledge } = context;
  const { questions, language, taken, unfinished, notes } = strings.kept;
  const { drafts, requests, chosen } = kept;
  const counted = (sentence: string, count: number): readonly Text[] =>
    count > 0 ? [[plain(fill(sentence, { count: String(count) }))]] : [];
  const languageName = chosen && (knowledge.strings.get(chosen)?.name ?? chosen);
  return [
    aboutConversations(context, kept),
    ...(kept.hasQuestion ? [[plain(questions)]] : []),
    ...(languageName ? [[plain(fill(language, { language: languageName }))]] : []),
    ...Object.entries(drafts).map(([entry, draft]) => aboutDraft(context, entry, draft)),
    ...requests.map((request) => aboutRequest(context, request, kept.days)),
    ...counted(taken, kept.taken),
    ...counted(unfinished, kept.unfinished),
    ...counted(notes, kept.notes),
  ];
}

/** The conversation that asks is one of them. */
function aboutConversations(context: ReplyContext, { otherConversations, days, entry }: Kept): Text {
  const count = String(otherConversations + 1);
  return [
    plain(fill(context.strings.kept.conversations, { count, days: String(days) })),
    ...topicOf(context, entry),
  ];
}

function aboutDraft(context: ReplyContext, entry: string, { at }: Draft): Text {
  const { draft } = context.strings.kept;
  return [...placeSpan(draft, "time", timeSpan(context, at + draftTtlMs)), ...topicOf(context, entry)];
}

function aboutRequest(
  context: ReplyContext,
  { entry, at, isClosed }: Kept["requests"][number],
  days: number,
): Text {
  const { request, requestedAt, open, closed } = context.strings.kept;
  return [
    plain(fill(request, { days: String(days) })),
    ...topicOf(context, entry),
    ...(at === undefined ? [] : [plain(" "), ...placeSpan(requestedAt, "time", timeSpan(context, at))]),
    plain(` ${isClosed ? closed : open}`),
  ];
}

/** A sentence that names the entry; empty if there is none, or none any more. */
function topicOf({ knowledge, strings, locale }: ReplyContext, id: string | undefined): Text {
  const entry = id === undefined ? undefined : knowledge.find(id);
  return entry ? [plain(` ${fill(strings.kept.topic, { topic: textOf(entry, locale).title })}`)] : [];
}

function unansweredBlocks({ strings }: ReplyContext, { unansweredDays }: Kept): readonly Block[] {
  if (unansweredDays === undefined) return [];
  return [paragraph(plain(fill(strings.kept.unanswered, { days: String(unansweredDays) })))];
}

function staysOf({ strings, hasTeam }: ReplyContext): string {
  return hasTeam ? strings.kept.staysWithTeam : strings.kept.stays;
}

function forgetAllButton(context: ReplyContext): Button {
  return { ...button(context, context.strings.buttons.forgetAll, "forget-all"), emphasis: "danger" };
}

/** All that was kept is deleted; what stays elsewhere. */
export function sayForgotten(context: ReplyContext): Answer {
  const answer = sayWithTopics(context, context.strings.kept.forgotten);
  return { ...answer, blocks: [...answer.blocks, paragraph(plain(staysOf(context)))] };
}

/** Deleting failed, and nothing is claimed. */
export function sayNotForgotten(context: ReplyContext): Answer {
  return say(context, context.strings.kept.failed, [forgetAllButton(context), homeButton(context)]);
}

/** The public notice, without a word of what is kept. */
export function pointToKept(context: ReplyContext): Answer {
  const { strings } = context;
  return say(context, strings.kept.pointer, [button(context, strings.buttons.showHere, "kept")]);
}

/** To the team: a request was deleted at the wish of the person. */
export function sayDeletedToTeam(context: ReplyContext): Answer {
  return say(context, context.strings.kept.deletedForTeam, [homeButton(context)]);
}

/** To whoever presses another button of a request that was deleted. */
export function sayRequestDeleted(context: ReplyContext): Answer {
  return say(context, context.strings.kept.deletedRequest, [...teamButtons(context), homeButton(context)]);
}
