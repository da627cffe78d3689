import type { GuildMessage } from "../../../local/discord/state/model.ts";
import { textOf } from "./start-discord.ts";

/**
 * A message as it is read on the screen: what Discord obeys as a mark is not read as it was typed. The rules are
 * those of its Markdown (reference#message-formatting): a backslash before a sign shows the sign; in code nothing counts.
 */
export function readMessage(message: GuildMessage): string {
  return textOf(message)
    .split(/(```\n[\s\S]*?\n```)/)
    .map((part, index) => (index % 2 === 1 ? part.slice(4, -4) : readText(part)))
    .join("")
    .replaceAll("\u200b", "");
}

function readText(text: string): string {
  return text
    .split(/((?<!\\)(?:``(?!`) ?[\s\S]*?[^`] ?``(?!`)|`[^`\n]+`))/)
    .map((part, index) => (index % 2 === 1 ? readCode(part) : readMarks(part)))
    .join("");
}

function readCode(part: string): string {
  return part.startsWith("``") ? part.slice(2, -2).replace(/^ (?=`)|(?<=`) $/g, "") : part.slice(1, -1);
}

/** A sign that a backslash protects is held back while marks are looked for: nobody types signs of this kind. */
const heldFrom = 0xe000;

function readMarks(text: string): string {
  const kept = text.replace(/\\([^0-9A-Za-z\s])/g, (_, sign: string) =>
    String.fromCodePoint(heldFrom + (sign.codePointAt(0) ?? 0)),
  );
  return kept
    .replace(/<[@#:t][^>]*>|@(?:everyone|here)|https?:\/\/\S+/g, "[a mark]")
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "[a mark]")
    .replace(/(\*\*|__|~~|\|\||\*|_)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/^(#{1,3}|>|-#|-|\*|\d+\.) /gm, "")
    .replace(/:\w+:/g, "[a mark]")
    .replace(/[\uE000-\uE0FF]/g, (held) => String.fromCodePoint((held.codePointAt(0) ?? 0) - heldFrom));
}
