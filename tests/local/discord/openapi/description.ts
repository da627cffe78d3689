import { readFileSync } from "node:fs";
import type { RestCall } from "../../../../local/discord/server.ts";
import { findBreaches, isObject, type Schema } from "./conforms.ts";

/** Discord's own description of its API, where DISCORD_OPENAPI says where it is. */
export const description = read(process.env.DISCORD_OPENAPI);

function read(path: string | undefined): Schema | undefined {
  if (!path) return undefined;
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isObject(value)) throw new Error(`DISCORD_OPENAPI names ${path}, which is no description of an API`);
  return value;
}

/** Where requests and answers differ from the description; what was refused may have been wrong, its answer may not. */
export function breachesIn(api: Schema, calls: readonly RestCall[]): readonly string[] {
  return calls.flatMap((call) => {
    const operation = findOperation(api, call.method, call.path);
    if (!operation)
      return call.status === 404 || call.status === 405 ? [] : [`${call.name} is not described`];
    const request = at(operation, "requestBody", "content", "application/json", "schema");
    const answer = answerSchema(api, operation, call.status);
    const isChecked = call.status < 300 && request !== undefined && call.body !== undefined;
    const found = [
      ...(isChecked ? breaches(api, request, call.body, "request") : []),
      ...(answer ? breaches(api, answer, withoutErrors(call.answer), "answer") : []),
    ];
    return found.map((breach) => `${call.name} ${call.status} ${breach}`);
  });
}

/** The description has numbers for codes inside `errors`; what Discord sends are names (reference#error-messages). */
function withoutErrors(answer: unknown): unknown {
  if (!isObject(answer)) return answer;
  const { errors: _, ...others } = answer;
  return others;
}

/** Whether the description itself would take a request. */
export function takes(
  api: Schema,
  { method, path, body }: Pick<RestCall, "method" | "path" | "body">,
): boolean {
  const operation = findOperation(api, method, path);
  const schema = operation && at(operation, "requestBody", "content", "application/json", "schema");
  return schema !== undefined && breaches(api, schema, body, "").length === 0;
}

function breaches(api: Schema, schema: Schema, value: unknown, path: string): readonly string[] {
  return findBreaches(schema, value, (ref) => at(api, ...ref.replace(/^#\//, "").split("/")) ?? {}, path);
}

/** A path with names stands behind those without: /channels/{channel_id}/messages/pins */
function findOperation(api: Schema, method: string, path: string): Schema | undefined {
  const paths = Object.keys(at(api, "paths") ?? {});
  const fitting = paths.filter((name) => new RegExp(`^${name.replace(/\{\w+\}/g, "[^/]+")}$`).test(path));
  const [nearest] = fitting.toSorted((a, b) => a.split("{").length - b.split("{").length);
  return nearest === undefined ? undefined : at(api, "paths", nearest, method.toLowerCase());
}

function answerSchema(api: Schema, operation: Schema, status: number): Schema | undefined {
  const responses = at(operation, "responses");
  const found =
    responses && (at(responses, String(status)) ?? at(responses, `${Math.floor(status / 100)}XX`));
  const ref = found?.$ref;
  const response = typeof ref === "string" ? at(api, ...ref.replace(/^#\//, "").split("/")) : found;
  return response && at(response, "content", "application/json", "schema");
}

function at(value: Schema, ...path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((inner, name) => {
    const next = inner?.[name];
    return isObject(next) ? next : undefined;
  }, value);
}
