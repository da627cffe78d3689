import type { z } from "zod";
import { message as messageLimits, view as viewLimits } from "../limits.ts";
import { type Refusal, refuse } from "../web-api/result.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { toComplaints } from "./validation-errors.ts";
import { type ViewBody, viewBody } from "./views.ts";

const messageBlocks = blocksOf(messageLimits.blocks);

/** Blocks of a message, from JSON or from text that holds it. */
export function readBlocks(raw: unknown): { readonly blocks: readonly Block[] } | Refusal {
  const value = parseText(raw);
  if (!Array.isArray(value)) return refuse("invalid_blocks_format");
  const { data, error } = messageBlocks.safeParse(value);
  if (!data) return refuse("invalid_blocks", toComplaints(error.issues, "/blocks"));
  const size = JSON.stringify(data).length;
  return size > messageLimits.blocksSize ? refuse("msg_blocks_too_long") : { blocks: data };
}

/** A view, from JSON or from text that holds it. */
export function readView(raw: unknown): { readonly body: ViewBody } | Refusal {
  const value = parseText(raw);
  if (value === undefined) return refuse("invalid_arguments", ["missing required field: view"]);
  if (Buffer.byteLength(JSON.stringify(value) ?? "") > viewLimits.size) return refuse("view_too_large");
  const { data, error } = viewBody.safeParse(value);
  return data ? { body: data } : refuse("invalid_arguments", toComplaints(error.issues, "/view"));
}

/** Arguments of a method; a name that the method does not know is a refusal of its own. */
export function readArguments<T>(schema: z.ZodType<T>, raw: object): { readonly args: T } | Refusal {
  const result = schema.safeParse(raw);
  if (result.success) return { args: result.data };
  const { issues } = result.error;
  const code = issues.some(({ code }) => code === "unrecognized_keys")
    ? "invalid_arg_name"
    : "invalid_arguments";
  return refuse(code, toComplaints(issues));
}

/** What stands as JSON in a form; what is no text is there already. */
export function parseText(raw: unknown): unknown {
  if (typeof raw !== "string") return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
