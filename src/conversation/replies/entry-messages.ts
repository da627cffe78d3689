import type { Answer, Block } from "../../answer/answer.ts";
import { asksOf, type Draft } from "../../cases/draft.ts";
import { labelsOf } from "../../knowledge/ask.ts";
import type { Entry } from "../../knowledge/entry.ts";
import { textOf } from "../../knowledge/knowledge.ts";
import type { CaseEntry } from "./case-form.ts";
import type { ReplyContext } from "./context.ts";
import { showCaseStart, showDraft, showSubmission } from "./show-case.ts";
import { showEntry } from "./show-entry.ts";
import {
  caseEntryOf,
  escalationOf,
  showAdministratorSteps,
  showMessage,
  showStillStuck,
} from "./show-escalation.ts";
import { showSources, sourceButtons } from "./show-sources.ts";

/** A case with every question answered by its first option, for previews. */
function exampleDraft({ knowledge, locale }: ReplyContext, { entry, awsCase }: CaseEntry): Draft {
  const answers = asksOf(knowledge, awsCase).map((ask) => [
    ask.id,
    ask.kind === "choice" ? (ask.options[0]?.id ?? "") : labelsOf(ask, locale).label,
  ]);
  const { verified } = entry;
  return {
    at: verified === undefined ? 0 : Date.parse(verified),
    answers: Object.fromEntries(answers),
    tried: [entry.id],
  };
}

/** Every message that an entry can lead to, in the order that a person sees them; its short answers are one. */
export function messagesOf(context: ReplyContext, entry: Entry): readonly Answer[] {
  const first = [
    showEntry(context, entry),
    ...sourcesMessage(context, entry),
    ...shortAnswers(context, entry),
  ];
  if (entry.kind !== "answer") return first;
  return [...first, showStillStuck(context, entry), ...escalationMessages(context, entry)];
}

/** All sources, where the entry's button leads to them. */
function sourcesMessage(context: ReplyContext, entry: Entry): readonly Answer[] {
  const answer = sourceButtons(context, entry).length > 0 ? showSources(context, entry) : undefined;
  return answer ? [answer] : [];
}

function shortAnswers({ locale, strings }: ReplyContext, entry: Entry): readonly Answer[] {
  const { questions } = textOf(entry, locale);
  if (questions.length === 0) return [];
  const blocks = questions.flatMap(({ question, answer }): readonly Block[] => [
    { kind: "section", title: question },
    ...answer,
  ]);
  return [{ locale, title: strings.questionsTitle, blocks, buttons: [] }];
}

function escalationMessages(context: ReplyContext, entry: Entry): readonly Answer[] {
  const caseEntry = caseEntryOf(entry);
  if (caseEntry) {
    const draft = exampleDraft(context, caseEntry);
    return [
      showCaseStart(context, caseEntry),
      showDraft(context, caseEntry, draft),
      showSubmission(context, caseEntry, draft),
    ];
  }
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
    case "administrator":
      return [showMessage(context, entry, context.locale), showAdministratorSteps(context, entry)];
    case "link":
    case undefined:
      return [];
  }
}
