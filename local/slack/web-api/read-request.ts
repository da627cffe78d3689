import type { IncomingMessage } from "node:http";
import { readText } from "../../shared/request-body.ts";
import { apiError, type WebApiError } from "./result.ts";

/** A request to the Web API, in any of its encodings: apis/web-api#post_bodies */
export interface WebApiRequest {
  readonly token: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Reads a request. Drops `team_id`, which any call may carry and Bolt always sends. */
export async function readRequest(request: IncomingMessage): Promise<WebApiRequest | WebApiError> {
  const read = readFields(request, await readText(request));
  if ("ok" in read && read.ok === false) return apiError(String(read.error));
  const { token, team_id: _, ...args } = read;
  const inHeader = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  return { token: inHeader ?? (typeof token === "string" && token !== "" ? token : undefined), args };
}

function readFields(request: IncomingMessage, text: string): Readonly<Record<string, unknown>> {
  const query = new URL(request.url ?? "", "http://localhost").searchParams;
  if (request.method === "GET" || text === "") return Object.fromEntries(query);
  const type = request.headers["content-type"];
  if (type === undefined) return apiError("missing_post_type");
  if (type.startsWith("application/json")) return readJson(text);
  if (!type.startsWith("application/x-www-form-urlencoded")) return apiError("invalid_post_type");
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(text)) };
}

export function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : apiError("json_not_object");
  } catch {
    return apiError("invalid_json");
  }
}
