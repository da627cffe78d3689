import { createHash } from "node:crypto";
import { composeDraft } from "../cases/compose-draft.ts";
import { hasTooManyHandovers } from "../cases/count-unanswered.ts";
import type { Draft } from "../cases/draft.ts";
import type { Handover } from "../cases/handover.ts";
import { maxEarlierHandovers } from "../cases/team-limits.ts";
import type { Entry } from "../knowledge/entry.ts";
import { createReplyContext, homeButton, type ReplyContext } from "./replies/context.ts";
import { say, showWaysToPerson } from "./replies/short-answers.ts";
import { caseEntryOf } from "./replies/show-escalation.ts";
import { showHandover } from "./replies/show-handover.ts";
import { myDataButton } from "./replies/show-kept.ts";
import { teamButton } from "./replies/team-buttons.ts";
import { tellHandoverLimit, tellPerson } from "./replies/tell-person.ts";
import type { ReplyDraft, Turn, TurnContext } from "./types.ts";

/** Hands a person over to the team, once for each topic while it is open. */
export function handOver(turnContext: TurnContext, entry: Entry | undefined): ReplyDraft {
  const { context, turn, state } = turnContext;
  const { team, person, name, address, drafts } = turn;
  if (!team) return { answer: showWaysToPerson(context, entry), fallback: "person" };
  const before = ownHandovers(turn);
  const [last] = before;
  const same = before.find((one) => !one.isClosed && one.entry === entry?.id);
  if (same) return { answer: tellPerson(context, same), screen: { kind: "request" } };
  if (last && hasTooManyHandovers(before, turn.now)) return { answer: tellHandoverLimit(context, last) };

  const draft = entry && drafts?.[entry.id];
  const question = state.words ?? draft?.question;
  const tried = [...new Set([...(draft?.tried ?? []), ...state.tried])];
  const handover: Handover = {
    id: handoverId(turn.id),
    person,
    ...(name !== undefined && { name }),
    locale: context.locale,
    address,
    ...(entry && { entry: entry.id }),
    at: turn.now,
    isClosed: false,
    told: {
      ...(question !== undefined && { question }),
      tried,
      ...draftText(context, entry, draft),
    },
    ...(last && { earlier: before.slice(0, maxEarlierHandovers).map(({ id }) => id) }),
  };
  const teamContext = createReplyContext(context.knowledge, team.locale, true);
  return {
    answer: say(context, context.strings.team.passedOn, [
      teamButton(context, handover, "reply", context.strings.buttons.addToTeam),
      myDataButton(context),
      homeButton(context),
    ]),
    screen: { kind: "request" },
    handover,
    post: {
      to: "team",
      content: { answer: showHandover(teamContext, handover, team.relaysAll), audience: "all" },
    },
    answerIfPostFails: teamUnreachable(context, entry),
    facts: [{ kind: "handed-over", locale: context.locale }],
    stateChanges: { entry: entry?.id, progress: "escalated" },
  };
}

/** The text of the person's draft, if there is one. */
function draftText(
  { knowledge }: ReplyContext,
  entry: Entry | undefined,
  draft: Draft | undefined,
): { readonly draft?: string } {
  const caseEntry = entry && caseEntryOf(entry);
  if (!caseEntry || !draft) return {};
  const { subject, description } = composeDraft(knowledge, caseEntry.awsCase, draft);
  return { draft: `${subject}\n\n${description}` };
}

/** What this person handed over, the latest first, as far as it is remembered. */
function ownHandovers({ person, team }: Turn): readonly Handover[] {
  const { handover, earlier = [] } = team ?? {};
  return handover?.person === person ? [handover, ...earlier] : [];
}

/** Says that the team can't be reached, and shows other ways to a person. */
export function teamUnreachable(context: ReplyContext, entry: Entry | undefined): ReplyDraft["answer"] {
  const { buttons } = showWaysToPerson(context, entry);
  return say(context, context.strings.team.unreachable, buttons);
}

/** A handover's id: short enough for a token, and the same for the same event. */
function handoverId(event: string): string {
  return createHash("sha256").update(event).digest("hex").slice(0, 16);
}
