import { untriedAsks } from "../cases/compose-draft.ts";
import type { Entry } from "../knowledge/entry.ts";
import { partsNamed } from "../knowledge/entry-parts.ts";
import { textOf } from "../knowledge/knowledge.ts";
import { openCase, openSubmission } from "./case-turns.ts";
import { openKept } from "./kept-turns.ts";
import { addAdministratorOnly, withKeptHint } from "./open-entry.ts";
import type { CaseEntry } from "./replies/case-form.ts";
import type { ReplyContext } from "./replies/context.ts";
import { sayWithFeedback, sayWithTopics, showWaysToPerson, suggestEntries } from "./replies/short-answers.ts";
import {
  pointToDraft,
  sayDraftForgotten,
  showCaseStart,
  showOpenForm,
  showUntried,
} from "./replies/show-case.ts";
import { showEntry } from "./replies/show-entry.ts";
import {
  caseEntryOf,
  showAdministratorSteps,
  showMessage,
  showStillStuck,
} from "./replies/show-escalation.ts";
import { showNudge } from "./replies/show-nudge.ts";
import { showParts } from "./replies/show-part.ts";
import { showSources } from "./replies/show-sources.ts";
import { sayForeign, saySorry, showAbout } from "./replies/show-talk.ts";
import { offerNext, sayNoted, showTroubles } from "./replies/show-troubles.ts";
import { tellPerson } from "./replies/tell-person.ts";
import type { FeedbackSentence, Screen, TopicSentence } from "./screen.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/**
 * Shows what is on the screen again, in the turn's language. Nothing happens by it: there are no facts, and the bot's
 * question and the fallback stay as they were. Undefined if what it was about is gone.
 */
export function showAgain(turnContext: TurnContext, screen: Screen): ReplyDraft | undefined {
  const drawn = draw(turnContext, screen);
  if (!drawn) return undefined;
  const { answer, pointer, needsKept } = drawn;
  return {
    answer,
    ...(pointer && { pointer }),
    ...(needsKept && { needsKept }),
    screen,
    isAgain: true,
    unprompted: "sure",
  };
}

/** A reply that is made of its screen alone. */
export function showScreen(turnContext: TurnContext, screen: Screen): ReplyDraft {
  const drawn = draw(turnContext, screen);
  if (drawn) return { ...drawn, screen };
  const { context } = turnContext;
  return {
    answer: sayWithTopics(context, context.strings.gone),
    screen: { kind: "topics", sentence: "gone" },
  };
}

function draw(turnContext: TurnContext, screen: Screen): ReplyDraft | undefined {
  const { context, state, turn } = turnContext;
  const { strings } = context;
  switch (screen.kind) {
    case "topics":
      return { answer: drawTopics(turnContext, screen.sentence) };
    case "about":
      return { answer: showAbout(context, turn.teamName) };
    case "kept":
      return openKept(turnContext);
    case "keeping":
      return { answer: sayWithTopics(context, strings.kept.unchanged) };
    case "guesses":
      return {
        answer: suggestEntries(context, strings[screen.sentence], entriesOf(context, screen.entries)),
      };
    case "several":
      return { answer: showTroubles(context, entriesOf(context, screen.entries)) };
    case "foreign":
      return { answer: sayForeign(context, screen.code, entriesOf(context, screen.entries)) };
    case "request": {
      const { handover } = turn.team ?? {};
      return handover?.person === turn.person ? { answer: tellPerson(context, handover) } : undefined;
    }
    case "person":
      return { answer: showWaysToPerson(context, find(context, screen.entry)) };
    case "sorry": {
      const about = { told: state.told, isAgain: screen.isAgain ?? false };
      return { answer: saySorry(context, find(context, screen.entry), about) };
    }
    case "said":
      return {
        answer: sayWithFeedback(context, feedbackOf(context, screen.sentence), find(context, screen.entry)),
      };
    default:
      return drawEntry(turnContext, screen);
  }
}

/** The screens that can't be without their entry. */
type EntryScreen = Extract<Screen, { readonly entry: string }>;

function drawEntry(turnContext: TurnContext, screen: EntryScreen): ReplyDraft | undefined {
  const { context, state } = turnContext;
  const entry = find(context, screen.entry);
  if (!entry) return undefined;
  switch (screen.kind) {
    case "entry": {
      const answer = showEntry(context, entry);
      return { answer: entry.id === context.knowledge.home ? withKeptHint(turnContext, answer) : answer };
    }
    case "sources": {
      const answer = showSources(context, entry);
      return answer && { answer };
    }
    case "stuck":
      return { answer: showStillStuck(context, entry, state.told) };
    case "parts":
      return { answer: drawParts(context, entry, screen) };
    case "message": {
      const answer = showMessage(context, entry, screen.into ?? context.locale);
      return { answer: screen.isInstead ? addAdministratorOnly(context, answer) : answer };
    }
    case "admin":
      return { answer: showAdministratorSteps(context, entry) };
    case "nudge":
      return { answer: showNudge(context, entry) };
    case "next":
    case "noted": {
      const other = find(context, screen.kind === "next" ? screen.done : screen.later);
      if (!other) return undefined;
      return {
        answer: screen.kind === "next" ? offerNext(context, other, entry) : sayNoted(context, entry, other),
      };
    }
    case "case":
    case "untried":
    case "door":
    case "form":
    case "erased": {
      const caseEntry = caseEntryOf(entry);
      return caseEntry && drawCase(turnContext, screen, caseEntry);
    }
  }
}

function drawParts(
  context: ReplyContext,
  entry: Entry,
  { parts, isUnsure, perhaps }: Extract<Screen, { readonly kind: "parts" }>,
) {
  const named = partsNamed(textOf(entry, context.locale), parts);
  return showParts(context, entry, {
    parts: named,
    isUnsure: isUnsure ?? false,
    perhaps: entriesOf(context, perhaps),
  });
}

function drawCase(
  turnContext: TurnContext,
  screen: Extract<Screen, { readonly kind: "case" | "untried" | "door" | "form" | "erased" }>,
  caseEntry: CaseEntry,
): ReplyDraft {
  const { context, turn } = turnContext;
  const draft = turn.drafts?.[caseEntry.entry.id];
  switch (screen.kind) {
    case "case":
      return openCase(turnContext, caseEntry);
    case "untried": {
      const untried = draft ? untriedAsks(context.knowledge, caseEntry.awsCase, draft) : [];
      if (untried.length === 0) return openCase(turnContext, caseEntry);
      return {
        answer: showUntried(context, caseEntry, untried),
        pointer: pointToDraft(context, caseEntry),
      };
    }
    case "door":
      return openSubmission(turnContext, caseEntry);
    case "form":
      return {
        answer:
          screen.step > 1 ? showOpenForm(context, caseEntry, screen.step) : showCaseStart(context, caseEntry),
      };
    case "erased":
      return { answer: sayDraftForgotten(context, caseEntry) };
  }
}

function drawTopics(turnContext: TurnContext, sentence: TopicSentence) {
  const answer = sayWithTopics(turnContext.context, topicSentence(turnContext.context, sentence));
  return sentence === "greeting" ? withKeptHint(turnContext, answer) : answer;
}

function topicSentence({ strings }: ReplyContext, sentence: TopicSentence): string {
  if (sentence === "letGo") return strings.troubles.letGo;
  return sentence === "allRight" || sentence === "inOwnWords" ? strings.talk[sentence] : strings[sentence];
}

function feedbackOf({ strings }: ReplyContext, sentence: FeedbackSentence): string {
  return sentence === "tellMe" || sentence === "confused" ? strings.talk[sentence] : strings[sentence];
}

function find({ knowledge }: ReplyContext, id: string | undefined): Entry | undefined {
  return id === undefined ? undefined : knowledge.find(id);
}

function entriesOf(context: ReplyContext, ids: readonly string[]): readonly Entry[] {
  return ids.flatMap((id) => find(context, id) ?? []);
}
