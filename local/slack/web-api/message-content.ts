import type { SlackBlock } from "../schemas/blocks.ts";
import { parseBlocks } from "../schemas/parse.ts";
import { apiError, isApiError, type WebApiError } from "./result.ts";

export interface SlackMessageContent {
  readonly text: string;
  /** undefined if the app sent none, empty if it sent an empty list. */
  readonly blocks: readonly SlackBlock[] | undefined;
}

interface RawContent {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
}

/** Parses the content of a message, which needs text or blocks. */
export function parseContent({ text, blocks: raw }: RawContent): SlackMessageContent | WebApiError {
  const read = raw === undefined || raw === null || raw === "" ? { blocks: undefined } : parseBlocks(raw);
  if (isApiError(read)) return read;
  if (!text && !read.blocks?.length) return apiError("no_text");
  return { text: text ?? "", blocks: read.blocks };
}
