import type { z } from "zod";
import type { GuildContext } from "../guild-context.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Interactions } from "../pending-interactions.ts";
import { type Answer, isRefusal } from "./result.ts";
import { type Request, readBody, type UploadedFile } from "./request.ts";

/** What a request works with. */
export interface Work {
  readonly core: GuildContext;
  readonly interactions: Interactions;
  readonly gateway: Pick<Gateway, "identifiesLeft">;
  /** Where the gateway is. */
  readonly gatewayUrl: () => string;
}

/** One kind of request. */
export interface Route {
  readonly method: string;
  /** As in the API's description: /channels/{channel}/messages */
  readonly path: string;
  /** Whether the bot's token is asked for; those of interactions carry one in their path. */
  readonly needsToken: boolean;
  answer(params: Params, request: Request, work: Work): Answer;
}

export type Params = Readonly<Record<string, string>>;

interface Definition<T> {
  readonly needsToken?: boolean;
  readonly body: z.ZodType<T>;
  readonly run: (call: Call<T>, work: Work) => Answer;
}

interface Call<T> {
  /** The part of the path that a name stands for. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: T;
  readonly files: readonly UploadedFile[];
}

/** A request that brings a body: "POST /channels/{channel}/messages". */
export function route<T>(name: string, { needsToken = true, body: schema, run }: Definition<T>): Route {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path,
    needsToken,
    answer: (params, { query, body, files }, work) => {
      const read = readBody(schema, body);
      if (isRefusal(read)) return read;
      return run({ param: (key) => params[key] ?? "", query, body: read.body, files }, work);
    },
  };
}

interface Bare {
  readonly needsToken?: boolean;
  readonly run: (call: Omit<Call<undefined>, "body" | "files">, work: Work) => Answer;
}

/** A request without a body. */
export function bareRoute(name: string, { needsToken = true, run }: Bare): Route {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path,
    needsToken,
    answer: (params, { query }, work) => run({ param: (key) => params[key] ?? "", query }, work),
  };
}
