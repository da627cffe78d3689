import { z } from "zod";
import { shorten } from "../../../src/lib/shorten.ts";
import { maxButtonCharacters } from "../limits.ts";
import type { SlackPress } from "../parsing/parse-interaction.ts";
import { respond } from "./respond.ts";

const actionsSchema = z.object({
  type: z.literal("actions"),
  elements: z.array(
    z.looseObject({ action_id: z.string(), text: z.looseObject({ text: z.string() }).optional() }),
  ),
});
const chosenMark = "✓ ";

/**
 * The pressed message shows a mark on what was chosen; its buttons go on working. Nothing happens to a message that
 * one person sees, since Slack does not say what stands in it.
 */
export async function markChosen({ message, actions, response_url: url }: SlackPress): Promise<void> {
  if (!message || url === undefined) return;
  const blocks = message.blocks.map((block) => markIn(block, actions[0]?.action_id));
  await respond(url, { text: message.text, blocks, replace_original: true });
}

function markIn(block: Readonly<Record<string, unknown>>, chosen: string | undefined) {
  const { data } = actionsSchema.safeParse(block);
  if (!data) return block;
  const elements = data.elements.map((element) => {
    const { action_id, text } = element;
    if (action_id !== chosen || !text || text.text.startsWith(chosenMark)) return element;
    return { ...element, text: { ...text, text: shorten(`${chosenMark}${text.text}`, maxButtonCharacters) } };
  });
  return { ...block, elements };
}
