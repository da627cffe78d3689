import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";
import type { Workspace } from "../../../local/slack/workspace.ts";
import { listenOnLoopback, readText } from "../../support/loopback.ts";

interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An app at a request URL that answers each request with the next status of a list, and then with 200. */
export async function listenRaw(workspace: Workspace, statuses: readonly number[] = [], headers = {}) {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ headers: request.headers, body: await readText(request) });
    response.writeHead(statuses[requests.length - 1] ?? 200, headers).end();
  });
  workspace.deliverTo(`http://127.0.0.1:${await listenOnLoopback(server)}/`);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return requests;
}
