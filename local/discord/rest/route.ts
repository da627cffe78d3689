import type { z } from "zod";
import type { SessionStarts } from "../gateway/session-starts.ts";
import type { GuildContext } from "../guild-context.ts";
import type { PendingInteractions } from "../pending-interactions.ts";
import { type RestRequest, readBody, type UploadedFile } from "./request.ts";
import { isRestError, type RestResult } from "./result.ts";

/** What the routes use. */
export interface RestServices {
  readonly context: GuildContext;
  readonly interactions: PendingInteractions;
  readonly sessionStarts: Pick<SessionStarts, "limit">;
  readonly recommendedShards: number;
  readonly gatewayUrl: () => string;
}

/** A route of the REST API. */
export interface Route {
  readonly method: string;
  /** As in the API's description: /channels/{channel}/messages */
  readonly path: string;
  /** Whether the bot token is required. Interaction routes have a token in their path. */
  readonly needsToken: boolean;
  answer(params: RouteParams, request: RestRequest, services: RestServices): RestResult;
}

export type RouteParams = Readonly<Record<string, string>>;

interface RouteDefinition<T> {
  readonly needsToken?: boolean;
  readonly body: z.ZodType<T>;
  readonly run: (call: RouteCall<T>, services: RestServices) => RestResult;
}

interface RouteCall<T> {
  /** The value of a path parameter. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: T;
  readonly files: readonly UploadedFile[];
}

/** Defines a route with a body: "POST /channels/{channel}/messages". */
export function route<T>(name: string, { needsToken = true, body: schema, run }: RouteDefinition<T>): Route {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path,
    needsToken,
    answer: (params, { query, body, files }, services) => {
      const parsed = readBody(schema, body);
      if (isRestError(parsed)) return parsed;
      return run({ param: (key) => params[key] ?? "", query, body: parsed.body, files }, services);
    },
  };
}

interface BodilessRouteDefinition {
  readonly needsToken?: boolean;
  readonly run: (call: Omit<RouteCall<undefined>, "body" | "files">, services: RestServices) => RestResult;
}

/** Defines a route without a body. */
export function routeWithoutBody(name: string, { needsToken = true, run }: BodilessRouteDefinition): Route {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path,
    needsToken,
    answer: (params, { query }, services) => run({ param: (key) => params[key] ?? "", query }, services),
  };
}
