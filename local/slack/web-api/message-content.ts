import type { Block } from "../schemas/blocks.ts";
import { readBlocks } from "../schemas/parse.ts";
import { isRefusal, type Refusal, refuse } from "./result.ts";

export interface Content {
  readonly text: string;
  /** undefined where the app sent none, empty where it sent an empty list. */
  readonly blocks: readonly Block[] | undefined;
}

interface RawContent {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
}

/** What a message says: one of text and blocks has to be there. */
export function readContent({ text, blocks: raw }: RawContent): Content | Refusal {
  const read = raw === undefined || raw === null || raw === "" ? { blocks: undefined } : readBlocks(raw);
  if (isRefusal(read)) return read;
  if (!text && !read.blocks?.length) return refuse("no_text");
  return { text: text ?? "", blocks: read.blocks };
}
