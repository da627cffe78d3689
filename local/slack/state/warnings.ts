import type { WorkspaceContext } from "../workspace-context.ts";
import { findUser } from "./users.ts";

/**
 * Warns about content that Slack accepts silently but shows wrongly: unescaped characters, mentions of unknown users,
 * broadcasts, and blocks without the text for screen readers and notifications (messaging/formatting-message-text).
 */
export function warnAboutContent(
  context: WorkspaceContext,
  { text, blocks }: { readonly text: string; readonly blocks?: unknown },
): void {
  const texts = [text, ...mrkdwnTextsIn(blocks)];
  const found = [
    ...(text === "" ? ["a message with blocks has no text for screen readers and notifications"] : []),
    ...texts.flatMap((mrkdwn) => findWarnings(context, mrkdwn)),
  ];
  if (found.length > 0) addWarnings(context, ...found);
}

export function addWarnings({ state }: WorkspaceContext, ...found: readonly string[]): void {
  state.change((data) => ({ ...data, warnings: [...data.warnings, ...found] }));
}

const anglePattern = /<([^<>]*)>/g;
const validAngleContent = /^(@[UW]\w+|#[CG]\w+|!\w+(\^[^|]*)*|[a-z][a-z+.-]*:[^|\s]+)(\|[^|]*)?$/i;

function findWarnings(context: WorkspaceContext, mrkdwn: string): readonly string[] {
  const inside = [...mrkdwn.matchAll(anglePattern)].map(([, content = ""]) => content);
  const rest = mrkdwn.replace(anglePattern, "");
  const mentioned = inside.flatMap((content) => content.match(/^@([UW]\w+)/)?.[1] ?? []);
  return [
    ...inside
      .filter((content) => !validAngleContent.test(content))
      .map((content) => `<${content}> is not escaped`),
    ...(/[<>]/.test(rest) ? [`< or > is not escaped in: ${rest.slice(0, 80)}`] : []),
    ...(/&(?!amp;|lt;|gt;)/.test(rest) ? [`& is not escaped in: ${rest.slice(0, 80)}`] : []),
    ...mentioned.filter((user) => !findUser(context, user)).map((user) => `${user} is not a user`),
    ...inside
      .filter((content) => /^!(channel|here|everyone)/.test(content))
      .map((content) => `<${content}> notifies everyone`),
  ];
}

function mrkdwnTextsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnTextsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "mrkdwn" && "text" in value && typeof value.text === "string") {
    return [value.text];
  }
  return Object.values(value).flatMap(mrkdwnTextsIn);
}
