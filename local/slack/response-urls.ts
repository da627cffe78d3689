import { responseUrl as limits } from "./limits.ts";
import { type ResponseOrigin, respond } from "./respond.ts";
import { toHttpResponse, type WebApiResponse } from "./web-api/handle-call.ts";
import { readJson } from "./web-api/read-request.ts";
import { apiError, isApiError, success } from "./web-api/result.ts";
import type { WorkspaceContext } from "./workspace-context.ts";

/** response_urls, which come with commands and presses: 5 uses within 30 minutes. */
export interface ResponseUrls {
  /** Returns the path of a new response_url. */
  issue(origin: ResponseOrigin): string;
  use(path: string, body: string): WebApiResponse;
}

interface IssuedUrl {
  readonly origin: ResponseOrigin;
  readonly until: number;
  readonly usesLeft: number;
}

export function createResponseUrls(context: WorkspaceContext): ResponseUrls {
  const issued = new Map<string, IssuedUrl>();
  return {
    issue: (origin) => {
      const path = `/response/${context.app.teamId}/${context.ids.next("R")}`;
      issued.set(path, { origin, until: context.clock.now() + limits.lifetimeMs, usesLeft: limits.maxUses });
      return path;
    },
    use: (path, body) => {
      const found = issued.get(path);
      if (!found) return failed(404, "invalid_url");
      if (found.until <= context.clock.now()) return failed(404, "expired_url");
      if (found.usesLeft === 0) return failed(404, "used_url");
      const fields = readJson(body);
      if (isApiError(fields)) return failed(400, fields.error);
      const message = respond(context, found.origin, fields);
      if (message && isApiError(message)) return { ...toHttpResponse(message), status: 400 };
      issued.set(path, { ...found, usesLeft: found.usesLeft - 1 });
      return toHttpResponse(success());
    },
  };
}

function failed(status: number, error: string): WebApiResponse {
  return { ...toHttpResponse(apiError(error)), status };
}
