import type { WorkspaceMessage } from "../../../local/slack/state/model.ts";

/** What is written on the buttons of a message. */
export function labelsOf({ blocks = [] }: WorkspaceMessage): readonly string[] {
  return blocks.flatMap((block) =>
    block.type === "actions"
      ? block.elements.flatMap((element) => (element.type === "button" ? [element.text.text] : []))
      : [],
  );
}
