import type { Answer } from "../../answer/answer.ts";
import type { Entry } from "../../knowledge/entry.ts";
import type { Context } from "./context.ts";
import { escalationOf, showAdministratorSteps, showCase, showMessage, showStillStuck } from "./escalate.ts";
import { showEntry } from "./show-entry.ts";

/** Every message that an entry can lead to, in the order a person meets them. */
export function messagesOf(context: Context, entry: Entry): readonly Answer[] {
  const first = showEntry(context, entry);
  if (entry.kind !== "answer") return [first];
  return [first, showStillStuck(context, entry), ...doorsOf(context, entry)];
}

function doorsOf(context: Context, entry: Entry): readonly Answer[] {
  const escalation = escalationOf(entry);
  switch (escalation?.to) {
    case "aws-case":
      return [showCase(context, entry, escalation)];
    case "administrator":
      return [showMessage(context, entry, context.locale), showAdministratorSteps(context, entry)];
    case "link":
    case undefined:
      return [];
  }
}
