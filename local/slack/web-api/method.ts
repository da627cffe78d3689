import type { z } from "zod";
import type { WorkspaceContext } from "../workspace-context.ts";
import { readArguments } from "../schemas/parse.ts";
import type { Triggers } from "../trigger-ids.ts";
import { type Answer, isRefusal } from "./result.ts";
import type { Rate } from "./rate-limits.ts";

/** A method of the Web API. */
export interface Method {
  /** Which token it takes. */
  readonly token: "bot" | "app";
  /** One of these scopes has to be there; none are needed where there are none. */
  readonly scopes: readonly string[];
  readonly rate: Rate;
  call(args: object, work: Work): Answer;
}

/** What a method works with. */
export interface Work {
  readonly core: WorkspaceContext;
  readonly triggers: Triggers;
  readonly scopes: readonly string[];
  /** A new address for a Socket Mode connection. */
  readonly newLink: () => string;
}

interface Definition<T> {
  readonly token?: "bot" | "app";
  readonly scopes?: readonly string[];
  readonly rate: Rate;
  readonly args: z.ZodType<T>;
  readonly run: (args: T, work: Work) => Answer;
}

export function method<T>({ token = "bot", scopes = [], rate, args, run }: Definition<T>): Method {
  return {
    token,
    scopes,
    rate,
    call: (raw, work) => {
      const read = readArguments(args, raw);
      return isRefusal(read) ? read : run(read.args, work);
    },
  };
}
