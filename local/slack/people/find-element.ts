import { elementsOf, type SlackBlock } from "../schemas/blocks.ts";
import { type BlockElement, selectOptions } from "../schemas/elements.ts";
import type { SlackOption } from "../schemas/options.ts";

/** An interactive element with its block. */
export interface PlacedElement {
  readonly element: BlockElement;
  readonly block: SlackBlock;
  readonly blockId: string;
  readonly actionId: string;
}

export function placedElementsIn(blocks: readonly SlackBlock[]): readonly PlacedElement[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      element,
      block,
      blockId: block.block_id ?? "",
      actionId: element.action_id ?? "",
    })),
  );
}

/** Finds an element by its label, text, action_id, block_id or value. */
export function findElement(blocks: readonly SlackBlock[], wanted: string): PlacedElement {
  const placed = placedElementsIn(blocks);
  const found = placed.filter((one) => namesOf(one).includes(wanted));
  const [first] = found;
  if (!first) {
    const there = placed.map((one) => namesOf(one)[0]).join(", ");
    throw new Error(`no element is called "${wanted}"; there are: ${there}`);
  }
  if (found.length > 1) throw new Error(`${found.length} elements are called "${wanted}"`);
  return first;
}

/** The select that has an option with this text or value. */
export function findSelectWith(blocks: readonly SlackBlock[], option: string): PlacedElement | undefined {
  return placedElementsIn(blocks).find(
    ({ element }) =>
      element.type === "static_select" &&
      selectOptions(element).some(({ text, value }) => text.text === option || value === option),
  );
}

export function findOption(element: BlockElement, wanted: string): SlackOption {
  const options = optionsOf(element);
  const found = options.find(({ text, value }) => text.text === wanted || value === wanted);
  if (found) return found;
  const there = options.map(({ text }) => text.text).join(", ");
  throw new Error(`no option is called "${wanted}"; there are: ${there}`);
}

function optionsOf(element: BlockElement): readonly SlackOption[] {
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

function namesOf({ element, block, blockId, actionId }: PlacedElement): readonly string[] {
  const label = block.type === "input" ? [block.label.text] : [];
  const own = element.type === "button" ? [element.text.text, ...(element.value ? [element.value] : [])] : [];
  return [...new Set([...label, ...own, actionId, blockId])];
}
