import type { Answer } from "../answer/answer.ts";
import { readToken, type Token } from "../answer/token.ts";
import { button, inMenu, languageButtons, type ReplyContext } from "./replies/context.ts";
import type { Screen } from "./screen.ts";
import { showAgain } from "./show-again.ts";
import type { State } from "./state.ts";
import type { ReplyDraft, TurnContext, WordlessReply } from "./types.ts";

/**
 * A press on a language: what the button stands under, in that language. Under the message that was shown last, that is
 * the whole of it; under an older one, what can be made of the button alone. Undefined for a button under an entry that
 * is not on the screen any more, and for one without anything of its own: these open the entry, or the front page.
 */
export function changeLanguage(turnContext: TurnContext, token: Token): ReplyDraft | undefined {
  const { screen } = turnContext.state;
  const shown = token.shown ?? "entry";
  // A form was opened from a message that is still there.
  const isShown = screen?.kind === shown || screen?.kind === "form";
  if (screen && isShown && entryIn(screen) === token.entry) return showAgain(turnContext, screen);
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
function entryIn(screen: Screen): string | undefined {
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

/** The languages that what is shown can be shown in, last. */
export function withLanguages(context: ReplyContext, { answer, screen }: ReplyDraft): Answer {
  if (!screen) return answer;
  const entry = context.knowledge.find(entryIn(screen) ?? "");
  const others = answer.buttons.filter(
    (one) => one.kind !== "press" || readToken(one.token)?.action !== "language",
  );
  const shown = screen.kind === "entry" ? undefined : screen.kind;
  // Whoever writes in another language may not know that this one is spoken.
  const own = screen.kind === "foreign" ? [button(context, context.strings.name, "language")] : [];
  const languages = inMenu(context, "more", languageButtons(context, entry, shown));
  return { ...answer, buttons: [...others, ...own, ...languages] };
}

/** A form that is open is on the screen as well. */
export function withOpenForm(state: State, { reply }: WordlessReply): State {
  if (reply.kind !== "form" && reply.kind !== "invalid") return state;
  const token = readToken(reply.form.token);
  if (token?.entry === undefined || token.action !== "fill") return state;
  return { ...state, screen: { kind: "form", entry: token.entry, step: token.step ?? 1 } };
}
