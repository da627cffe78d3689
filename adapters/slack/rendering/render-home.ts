import type { types } from "@slack/bolt";
import type { Answer } from "../../../src/answer/answer.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";
import { maxInputCharacters, maxInputLabelCharacters, maxPlaceholderCharacters } from "../limits.ts";
import { toPlainTextElement } from "./plain-text-element.ts";
import { renderAnswer } from "./render-answer.ts";

/** The action_id of the App Home's search field. */
export const searchActionId = "search";

/** An answer as the App Home view, below a search field whose answer replaces it. */
export function renderHome(answer: Answer, { search, searchHint }: SurfaceStrings): types.HomeView {
  const searchField: types.InputBlock = {
    type: "input",
    dispatch_action: true,
    label: toPlainTextElement(search, maxInputLabelCharacters),
    element: {
      type: "plain_text_input",
      action_id: searchActionId,
      max_length: maxInputCharacters,
      placeholder: toPlainTextElement(searchHint, maxPlaceholderCharacters),
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
    },
  };
  const blocks = renderAnswer(answer).flatMap((message) => message.blocks);
  return { type: "home", blocks: [searchField, ...blocks] };
}
