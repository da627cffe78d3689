import { z } from "zod";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonCharacters } from "../limits.ts";
import { respond } from "./respond.ts";

type RawBlock = Readonly<Record<string, unknown>>;

interface PressedButton {
  readonly message: { readonly text: string; readonly blocks: readonly RawBlock[] };
  readonly actionId: string | undefined;
}

/** Puts a check mark on the pressed button of a message. The button stays usable. */
export async function markChosen(url: string, { message, actionId }: PressedButton): Promise<void> {
  const blocks = message.blocks.map((block) => markButton(block, actionId));
  await respond(url, { text: message.text, blocks, replace_original: true });
}

const actionsBlockSchema = z.object({
  type: z.literal("actions"),
  elements: z.array(
    z.looseObject({ action_id: z.string(), text: z.looseObject({ text: z.string() }).optional() }),
  ),
});
const checkMark = "✓ ";

function markButton(block: RawBlock, actionId: string | undefined): RawBlock {
  const { data: actions } = actionsBlockSchema.safeParse(block);
  if (!actions) return block;
  const elements = actions.elements.map((element) => {
    const { action_id, text } = element;
    if (action_id !== actionId || !text || text.text.startsWith(checkMark)) return element;
    return { ...element, text: { ...text, text: shorten(`${checkMark}${text.text}`, maxButtonCharacters) } };
  });
  return { ...block, elements };
}
