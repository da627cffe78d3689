import { type Block, elementsOf } from "../schemas/blocks.ts";
import { type Element, selectOptions } from "../schemas/elements.ts";
import type { Option } from "../schemas/options.ts";

/** An element and where it stands. */
export interface Placed {
  readonly element: Element;
  readonly block: Block;
  readonly blockId: string;
  readonly actionId: string;
}

export function placedIn(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      element,
      block,
      blockId: block.block_id ?? "",
      actionId: element.action_id ?? "",
    })),
  );
}

/** The element that somebody means: by its label, what is written on it, its action_id, its block_id or its value. */
export function findElement(blocks: readonly Block[], wanted: string): Placed {
  const placed = placedIn(blocks);
  const found = placed.filter((one) => namesOf(one).includes(wanted));
  const [first] = found;
  if (!first) {
    const there = placed.map((one) => namesOf(one)[0]).join(", ");
    throw new Error(`nothing to use is called "${wanted}"; there are: ${there}`);
  }
  if (found.length > 1) throw new Error(`${found.length} things to use are called "${wanted}"`);
  return first;
}

export function findOption(element: Element, wanted: string): Option {
  const options = optionsOf(element);
  const found = options.find(({ text, value }) => text.text === wanted || value === wanted);
  if (found) return found;
  const there = options.map(({ text }) => text.text).join(", ");
  throw new Error(`no option is called "${wanted}"; there are: ${there}`);
}

function optionsOf(element: Element): readonly Option[] {
  switch (element.type) {
    case "static_select":
      return selectOptions(element);
    case "overflow":
    case "radio_buttons":
    case "checkboxes":
      return element.options;
    case "button":
    case "plain_text_input":
      return [];
  }
}

function namesOf({ element, block, blockId, actionId }: Placed): readonly string[] {
  const label = block.type === "input" ? [block.label.text] : [];
  const own = element.type === "button" ? [element.text.text, ...(element.value ? [element.value] : [])] : [];
  return [...new Set([...label, ...own, actionId, blockId])];
}
