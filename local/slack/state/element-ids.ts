import type { SlackBlock } from "../schemas/blocks.ts";
import type { SlackIds } from "./ids.ts";

/** Adds missing block_ids and action_ids, as Slack does. */
export function withIds({ ids }: { readonly ids: SlackIds }, blocks: readonly SlackBlock[]): SlackBlock[] {
  return blocks.map((block) => withActionIds(ids, { ...block, block_id: block.block_id ?? ids.next("b") }));
}

function withActionIds(ids: SlackIds, block: SlackBlock): SlackBlock {
  switch (block.type) {
    case "actions":
      return { ...block, elements: block.elements.map((element) => withActionId(ids, element)) };
    case "section":
      return block.accessory ? { ...block, accessory: withActionId(ids, block.accessory) } : block;
    case "input":
      return { ...block, element: withActionId(ids, block.element) };
    case "alert":
    case "header":
    case "context":
    case "divider":
    case "rich_text":
      return block;
  }
}

function withActionId<T extends { action_id?: string | undefined }>(ids: SlackIds, element: T): T {
  return { ...element, action_id: element.action_id ?? ids.next("a") };
}
