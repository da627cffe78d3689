import type { IncomingMessage } from "node:http";
import { readText } from "../../shared/request-body.ts";
import { type Refusal, refuse } from "./result.ts";

/** What a request to the Web API asks, whatever form it came in: apis/web-api#post_bodies */
export interface Call {
  readonly token: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Any call may name the team, and Bolt's clients always do. */
export async function readCall(request: IncomingMessage): Promise<Call | Refusal> {
  const read = readFields(request, await readText(request));
  if ("ok" in read && read.ok === false) return refuse(String(read.error));
  const { token, team_id: _, ...args } = read;
  const inHeader = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  return { token: inHeader ?? (typeof token === "string" && token !== "" ? token : undefined), args };
}

function readFields(request: IncomingMessage, text: string): Readonly<Record<string, unknown>> {
  const query = new URL(request.url ?? "", "http://localhost").searchParams;
  if (request.method === "GET" || text === "") return Object.fromEntries(query);
  const type = request.headers["content-type"];
  if (type === undefined) return refuse("missing_post_type");
  if (type.startsWith("application/json")) return readJson(text);
  if (!type.startsWith("application/x-www-form-urlencoded")) return refuse("invalid_post_type");
  return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(text)) };
}

export function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : refuse("json_not_object");
  } catch {
    return refuse("invalid_json");
  }
}
