import type { WorkspaceContext } from "./workspace-context.ts";
import { responseUrl as limits } from "./limits.ts";
import { type Origin, respond } from "./respond.ts";
import { done, isRefusal, refuse } from "./web-api/result.ts";
import { type Reply, toReply } from "./web-api/handle-call.ts";
import { readJson } from "./web-api/read-call.ts";

/** The addresses that come with commands and presses: 5 uses in 30 minutes. */
export interface ResponseUrls {
  /** The path of a new address. */
  issue(origin: Origin): string;
  use(path: string, body: string): Reply;
}

interface Issued {
  readonly origin: Origin;
  readonly until: number;
  readonly left: number;
}

export function createResponseUrls(core: WorkspaceContext): ResponseUrls {
  const issued = new Map<string, Issued>();
  return {
    issue: (origin) => {
      const path = `/response/${core.app.teamId}/${core.ids.next("R")}`;
      issued.set(path, { origin, until: core.clock.now() + limits.life, left: limits.uses });
      return path;
    },
    use: (path, body) => {
      const found = issued.get(path);
      if (!found) return failed(404, "invalid_url");
      if (found.until <= core.clock.now()) return failed(404, "expired_url");
      if (found.left === 0) return failed(404, "used_url");
      const fields = readJson(body);
      if (isRefusal(fields)) return failed(400, fields.error);
      const responded = respond(core, found.origin, fields);
      if (responded && isRefusal(responded)) return { ...toReply(responded), status: 400 };
      issued.set(path, { ...found, left: found.left - 1 });
      return toReply(done());
    },
  };
}

function failed(status: number, error: string): Reply {
  return { ...toReply(refuse(error)), status };
}
