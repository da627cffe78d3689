import type { types } from "@slack/bolt";
import type { Answer } from "../../../src/answer/answer.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";
import { maxInputCharacters, maxInputLabelCharacters, maxPlaceholderCharacters } from "../limits.ts";
import { toPlainElement } from "./plain-element.ts";
import { renderAnswer } from "./render-answer.ts";

/** The action_id of the line in the App Home to type a question into. */
export const searchAction = "search";

/** An answer as the app's home: under a line to type a question into, where the next answer will stand. */
export function renderHome(answer: Answer, { search, searchHint }: SurfaceStrings): types.HomeView {
  const line: types.InputBlock = {
    type: "input",
    dispatch_action: true,
    label: toPlainElement(search, maxInputLabelCharacters),
    element: {
      type: "plain_text_input",
      action_id: searchAction,
      max_length: maxInputCharacters,
      placeholder: toPlainElement(searchHint, maxPlaceholderCharacters),
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
    },
  };
  const blocks = renderAnswer(answer).flatMap((message) => message.blocks);
  return { type: "home", blocks: [line, ...blocks] };
}
