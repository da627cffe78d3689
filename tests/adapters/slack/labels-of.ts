import { type BlockElement, selectOptions } from "../../../local/slack/schemas/elements.ts";
import type { WorkspaceMessage } from "../../../local/slack/state/model.ts";

/** What is written on the buttons of a message, and in its menu. */
export function labelsOf({ blocks = [] }: WorkspaceMessage): readonly string[] {
  return blocks.flatMap((block) => (block.type === "actions" ? block.elements.flatMap(labels) : []));
}

function labels(element: BlockElement): readonly string[] {
  if (element.type === "button") return [element.text.text];
  return element.type === "static_select" ? selectOptions(element).map(({ text }) => text.text) : [];
}
