import type { IncomingMessage, RequestListener } from "node:http";
import type { CheckReadiness, Readiness } from "./readiness.ts";

/**
 * `/readyz`: 200, or 503 with what is missing, one sentence a line; as JSON with `Accept: application/json` or
 * `?format=json`.
 */
export function readinessPage(check: CheckReadiness): RequestListener {
  return async (request, response) => {
    const readiness = await check();
    const [type, body] = wantsJson(request)
      ? ["application/json", JSON.stringify(readiness, undefined, 2)]
      : ["text/plain; charset=utf-8", toLines(readiness)];
    response.writeHead(readiness.ready ? 200 : 503, { "content-type": type, "cache-control": "no-store" });
    response.end(`${body}\n`);
  };
}

function toLines({ ready, missing }: Readiness): string {
  return ready ? "ready" : missing.join("\n");
}

function wantsJson({ url = "/", headers }: IncomingMessage): boolean {
  const { searchParams } = new URL(url, "http://localhost");
  return searchParams.get("format") === "json" || /\bapplication\/json\b/i.test(headers.accept ?? "");
}
