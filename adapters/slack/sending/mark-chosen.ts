import { z } from "zod";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonCharacters, maxPlaceholderCharacters } from "../limits.ts";
import { toPlainTextElement } from "../rendering/plain-text-element.ts";
import { respond } from "./respond.ts";

type RawBlock = Readonly<Record<string, unknown>>;

interface Chosen {
  readonly message: { readonly text: string; readonly blocks: readonly RawBlock[] };
  readonly actionId: string | undefined;
  /** The label of the button or option. */
  readonly label: string | undefined;
}

/** Puts a check mark on the pressed button of a message, or names the chosen option on its menu. Both stay usable. */
export async function markChosen(url: string, { message, ...chosen }: Chosen): Promise<void> {
  const blocks = message.blocks.map((block) => markBlock(block, chosen));
  await respond(url, { text: message.text, blocks, replace_original: true });
}

const actionsBlockSchema = z.object({
  type: z.literal("actions"),
  elements: z.array(
    z.looseObject({
      type: z.string(),
      action_id: z.string(),
      text: z.looseObject({ text: z.string() }).optional(),
    }),
  ),
});
type RawElement = z.infer<typeof actionsBlockSchema>["elements"][number];
const checkMark = "✓ ";

function markBlock(block: RawBlock, chosen: Omit<Chosen, "message">): RawBlock {
  const { data: actions } = actionsBlockSchema.safeParse(block);
  if (!actions) return block;
  const elements = actions.elements.map((element) =>
    element.action_id === chosen.actionId ? markElement(element, chosen.label) : element,
  );
  return { ...block, elements };
}

function markElement(element: RawElement, label: string | undefined): RawElement {
  const { type, text } = element;
  if (type === "static_select" && label !== undefined)
    return { ...element, placeholder: toPlainTextElement(`${checkMark}${label}`, maxPlaceholderCharacters) };
  if (!text || text.text.startsWith(checkMark)) return element;
  return { ...element, text: { ...text, text: shorten(`${checkMark}${text.text}`, maxButtonCharacters) } };
}
