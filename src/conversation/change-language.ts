import type { Token } from "../answer/token.ts";
import type { Screen } from "./screen.ts";
import { showAgain } from "./show-again.ts";
import type { ReplyDraft, TurnContext } from "./types.ts";

/**
 * A press on a language: what the button stands under, in that language. Under the message that was shown last, that is
 * the whole of it; under an older one, what can be made of the button alone. Undefined for a button under an entry that
 * is not on the screen any more, and for one without anything of its own: these open the entry, or the front page.
 */
export function changeLanguage(turnContext: TurnContext, token: Token): ReplyDraft | undefined {
  const { screen } = turnContext.state;
  const shown = token.shown ?? "entry";
  if (screen && screen.kind === shown && entryIn(screen) === token.entry)
    return showAgain(turnContext, screen);
  const made = token.shown && makeScreen(token);
  const draft = made && showAgain(turnContext, made);
  if (!draft || token.entry === undefined) return draft;
  const progress = shown === "sources" ? "shown" : "escalated";
  return {
    ...draft,
    stateChanges: { entry: token.entry, progress: shown === "stuck" ? "stuck" : progress },
  };
}

/** The entry that a screen's language button names. */
export function entryIn(screen: Screen): string | undefined {
  return "entry" in screen ? screen.entry : undefined;
}

/** What a button says of the screen that it stands under; undefined if that takes more than an entry. */
function makeScreen({ shown, entry }: Token): Screen | undefined {
  switch (shown) {
    case "about":
    case "kept":
    case "keeping":
    case "request":
      return { kind: shown };
    case "person":
    case "sorry":
      return { kind: shown, entry };
    case "sources":
    case "stuck":
    case "message":
    case "admin":
    case "case":
    case "untried":
    case "door":
    case "erased":
      return entry === undefined ? undefined : { kind: shown, entry };
    default:
      return undefined;
  }
}
