import type { z } from "zod";
import { parseArguments } from "../schemas/parse.ts";
import type { TriggerIds } from "../trigger-ids.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import type { Rate } from "./rate-limits.ts";
import { isApiError, type WebApiResult } from "./result.ts";

/** A method of the Web API. */
export interface WebApiMethod {
  /** The token that it takes. */
  readonly token: "bot" | "app";
  /** The token needs one of these scopes. Empty: it needs none. */
  readonly scopes: readonly string[];
  readonly rate: Rate;
  call(args: object, services: WebApiServices): WebApiResult;
}

/** What the methods use. */
export interface WebApiServices {
  readonly context: WorkspaceContext;
  readonly triggerIds: TriggerIds;
  readonly scopes: readonly string[];
  /** Returns a URL that is good for one Socket Mode connection. */
  readonly newSocketUrl: () => string;
}

interface MethodDefinition<T> {
  readonly token?: "bot" | "app";
  readonly scopes?: readonly string[];
  readonly rate: Rate;
  readonly args: z.ZodType<T>;
  readonly run: (args: T, services: WebApiServices) => WebApiResult;
}

export function method<T>({
  token = "bot",
  scopes = [],
  rate,
  args,
  run,
}: MethodDefinition<T>): WebApiMethod {
  return {
    token,
    scopes,
    rate,
    call: (raw, services) => {
      const read = parseArguments(args, raw);
      return isApiError(read) ? read : run(read.args, services);
    },
  };
}
