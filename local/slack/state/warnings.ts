import type { WorkspaceContext } from "../workspace-context.ts";
import { findUser } from "./channels.ts";

/**
 * Notes what Slack takes without a word and shows wrongly: marks left unescaped, mentions of nobody, a broadcast,
 * blocks without the text that screen readers and notifications read (messaging/formatting-message-text).
 */
export function remarkOn(
  core: WorkspaceContext,
  { text, blocks }: { readonly text: string; readonly blocks?: unknown },
): void {
  const texts = [text, ...mrkdwnIn(blocks)];
  const found = [
    ...(text === "" ? ["a message with blocks has no text for screen readers and notifications"] : []),
    ...texts.flatMap((mrkdwn) => remarksOn(core, mrkdwn)),
  ];
  if (found.length > 0) remark(core, ...found);
}

export function remark({ state }: WorkspaceContext, ...found: readonly string[]): void {
  state.change((data) => ({ ...data, remarks: [...data.remarks, ...found] }));
}

const marked = /<([^<>]*)>/g;
const reference = /^(@[UW]\w+|#[CG]\w+|!\w+(\^[^|]*)*|[a-z][a-z+.-]*:[^|\s]+)(\|[^|]*)?$/i;

function remarksOn(core: WorkspaceContext, mrkdwn: string): readonly string[] {
  const inside = [...mrkdwn.matchAll(marked)].map(([, content = ""]) => content);
  const rest = mrkdwn.replace(marked, "");
  const mentioned = inside.flatMap((content) => content.match(/^@([UW]\w+)/)?.[1] ?? []);
  return [
    ...inside.filter((content) => !reference.test(content)).map((content) => `<${content}> is not escaped`),
    ...(/[<>]/.test(rest) ? [`< or > is not escaped in: ${rest.slice(0, 80)}`] : []),
    ...(/&(?!amp;|lt;|gt;)/.test(rest) ? [`& is not escaped in: ${rest.slice(0, 80)}`] : []),
    ...mentioned.filter((user) => !findUser(core, user)).map((user) => `nobody is called ${user}`),
    ...inside
      .filter((content) => /^!(channel|here|everyone)/.test(content))
      .map((content) => `<${content}> calls everybody`),
  ];
}

function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "mrkdwn" && "text" in value && typeof value.text === "string") {
    return [value.text];
  }
  return Object.values(value).flatMap(mrkdwnIn);
}
