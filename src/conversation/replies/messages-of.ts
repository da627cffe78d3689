import type { Answer } from "../../answer/answer.ts";
import { asksOf, type Draft } from "../../cases/draft.ts";
import { labelsOf } from "../../knowledge/ask.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { CaseEntry } from "./case-form.ts";
import type { ReplyContext } from "./context.ts";
import {
  caseEntryOf,
  escalationOf,
  showAdministratorSteps,
  showMessage,
  showStillStuck,
} from "./escalate.ts";
import { showCaseStart, showDoor, showDraft } from "./show-case.ts";
import { showEntry } from "./show-entry.ts";

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

/** Every message that an entry can lead to, in the order a person meets them. */
export function messagesOf(context: ReplyContext, entry: Entry): readonly Answer[] {
  const first = showEntry(context, entry);
  if (entry.kind !== "answer") return [first];
  return [first, showStillStuck(context, entry), ...doorsOf(context, entry)];
}

function doorsOf(context: ReplyContext, entry: Entry): readonly Answer[] {
  const about = caseEntryOf(entry);
  if (about) {
    const draft = exampleDraft(context, about);
    return [showCaseStart(context, about), showDraft(context, about, draft), showDoor(context, about, draft)];
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
