import { escapeText } from "./escape-text.ts";
import type { SlackMessage } from "./render-answer.ts";

/**
 * The same message without blocks, for when Slack refuses those. Its buttons become numbered lines: their labels can
 * be typed instead, and link buttons show their address.
 */
export function withoutBlocks(message: SlackMessage): SlackMessage {
  const buttons = message.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  const lines = buttons.flatMap((button, index) => {
    if (button.type !== "button") return [];
    const label = `${index + 1}. ${escapeText(button.text.text)}`;
    return [button.url === undefined ? label : `${label} (${escapeText(button.url)})`];
  });
  return { ...message, text: [message.text, lines.join("\n")].filter(Boolean).join("\n\n"), blocks: [] };
}
