import type { SlackPerson } from "../../../local/slack/people/person.ts";
import type { WorkspaceMessage } from "../../../local/slack/state/model.ts";
import type { Workspace } from "../../../local/slack/workspace.ts";
import { ourKnowledge } from "../../support/our-knowledge.ts";

const { buttons } = ourKnowledge.strings.get("en") ?? fail();

function fail(): never {
  throw new Error("the knowledge speaks no English");
}

export const caseQuestion = "@signpost I lost my phone and have no mfa code of the root user";

/** What a draft says of the answers below. */
export const draftWords = "The root user's email address is in the domain example.org.";

interface Telling {
  readonly workspace: Workspace;
  readonly person: SlackPerson;
  /** The bot's messages in the place, the newest by its number. */
  readonly answer: (index: number) => Promise<WorkspaceMessage>;
}

/** Goes from the answer to `caseQuestion` through both forms of its case. */
export async function tellCase({ workspace, person, answer }: Telling): Promise<void> {
  await person.presses(await answer(0), buttons.stuck);
  await person.presses(await answer(1), buttons.createCase);
  const first = await workspace.until(() => workspace.modal(person));
  await person.submits(first, {
    "mfa-device": "app",
    "mfa-happened": "lost",
    since: "today",
    "other-factors": "call",
  });
  const second = await workspace.until(() => workspace.modal(person));
  await person.submits(second, {
    "other-device": "none",
    reachable: "any-time",
    "email-domain": "example.org",
  });
}
