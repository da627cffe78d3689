import type { z } from "zod";
import { message as messageLimits, view as viewLimits } from "../limits.ts";
import { apiError, type WebApiError } from "../web-api/result.ts";
import { blocksSchema, refuseModalBlocks, type SlackBlock } from "./blocks.ts";
import { toErrorMessages } from "./validation-errors.ts";
import { type ViewBody, viewBody } from "./views.ts";

const messageBlocks = blocksSchema(messageLimits.blocks).superRefine(refuseModalBlocks);

/** Parses the blocks of a message, given as JSON or as text with JSON. */
export function parseBlocks(raw: unknown): { readonly blocks: readonly SlackBlock[] } | WebApiError {
  const value = parseJson(raw);
  if (!Array.isArray(value)) return apiError("invalid_blocks_format");
  const { data, error } = messageBlocks.safeParse(value);
  if (!data) return apiError("invalid_blocks", toErrorMessages(error.issues, "/blocks"));
  const size = JSON.stringify(data).length;
  return size > messageLimits.blocksSize ? apiError("msg_blocks_too_long") : { blocks: data };
}

/** Parses a view, given as JSON or as text with JSON. */
export function parseView(raw: unknown): { readonly body: ViewBody } | WebApiError {
  const value = parseJson(raw);
  if (value === undefined) return apiError("invalid_arguments", ["missing required field: view"]);
  if (Buffer.byteLength(JSON.stringify(value) ?? "") > viewLimits.size) return apiError("view_too_large");
  const { data, error } = viewBody.safeParse(value);
  return data ? { body: data } : apiError("invalid_arguments", toErrorMessages(error.issues, "/view"));
}

/** Parses the arguments of a method. An unknown argument has an error code of its own. */
export function parseArguments<T>(schema: z.ZodType<T>, raw: object): { readonly args: T } | WebApiError {
  const result = schema.safeParse(raw);
  if (result.success) return { args: result.data };
  const { issues } = result.error;
  const code = issues.some(({ code }) => code === "unrecognized_keys")
    ? "invalid_arg_name"
    : "invalid_arguments";
  return apiError(code, toErrorMessages(issues));
}

/** Parses text as JSON (in a form); undefined if it is not JSON. Returns anything else unchanged. */
export function parseJson(raw: unknown): unknown {
  if (typeof raw !== "string") return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
