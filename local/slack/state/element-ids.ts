import type { Block } from "../schemas/blocks.ts";
import type { Ids } from "./ids.ts";

/** Blocks without a block_id and elements without an action_id get one, as in Slack. */
export function withIds({ ids }: { readonly ids: Ids }, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => withActionIds(ids, { ...block, block_id: block.block_id ?? ids.next("b") }));
}

function withActionIds(ids: Ids, block: Block): Block {
  switch (block.type) {
    case "actions":
      return { ...block, elements: block.elements.map((element) => withActionId(ids, element)) };
    case "section":
      return block.accessory ? { ...block, accessory: withActionId(ids, block.accessory) } : block;
    case "input":
      return { ...block, element: withActionId(ids, block.element) };
    case "header":
    case "context":
    case "divider":
    case "rich_text":
      return block;
  }
}

function withActionId<T extends { action_id?: string | undefined }>(ids: Ids, element: T): T {
  return { ...element, action_id: element.action_id ?? ids.next("a") };
}
