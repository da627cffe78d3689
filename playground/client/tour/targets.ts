import type { PersonName } from "../../server/people.ts";
import type { StreamParts } from "../../server/streams.ts";
import { helper, type TourProgress, type TourStep } from "./progress.ts";

interface Situation extends Pick<TourProgress, "asker"> {
  /** Where the question was asked, if it was. */
  readonly platform: string | undefined;
  readonly person: PersonName;
  /** The id of the tab that is shown. */
  readonly view: string;
  readonly team: StreamParts["team"];
}

/** Who does a step. */
export function actorOf(step: TourStep, asker: PersonName): PersonName {
  return step === "take" || step === "answer" ? helper : asker;
}

/** Where to act next: selectors, the best one first. The last element that matches one is meant, since it is the newest. */
export function targetsOf(
  step: TourStep,
  { asker, platform, person, view, team }: Situation,
): readonly string[] {
  if (step === "helper") return [personButton(helper)];
  const actor = actorOf(step, asker);
  if (person !== actor) return [personButton(actor)];
  const shown = actor === helper ? team?.platform : platform;
  if (shown !== undefined && view !== "both" && view !== `platform/${shown}`)
    return [`[data-tour="tab/platform/${shown}"]`];
  if (view === "authors") return ['[data-tour^="tab/platform/"]'];
  const teamPlace = team ? `[data-place="${team.place}"]` : "";
  switch (step) {
    case "ask":
      return [".app .samples li:first-child button", composer];
    case "stuck":
      return [button("stuck"), unreadPlace, ".thread-link", composer];
    case "team":
      return [button("team"), button("person"), unreadPlace, ".thread-link", composer];
    case "take":
      return [button("take"), teamPlace];
    case "answer":
      return [".thread .composer", ".thread-link", teamPlace];
    case "read":
      return [unreadPlace];
    case "solved":
      return [button("solved"), composer];
  }
}

const composer = ".app .composer";
/** A place with a message for the person. */
const unreadPlace = ".app [data-place]:has(.unread:not(.dot))";

function personButton(name: PersonName): string {
  return `[data-tour="person/${name}"]`;
}

/** A button of the bot, in a message or in a menu: its token has the action as its second part. */
function button(action: string): string {
  return `.app [data-token*=".${action}."]`;
}
