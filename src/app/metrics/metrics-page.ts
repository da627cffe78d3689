import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import type { CheckReadiness } from "../readiness.ts";
import type { Metrics } from "./create-metrics.ts";

interface PageOptions {
  readonly metrics: Metrics;
  readonly readiness: CheckReadiness;
  /** What a reader has to send as `Authorization: Bearer ...`; absent if everybody who reaches the page may read it. */
  readonly token: string | undefined;
}

/** `/metrics`: the figures, or 401 without the token. */
export function metricsPage({ metrics, readiness, token }: PageOptions): RequestListener {
  return async (request, response) => {
    if (token !== undefined && !hasToken(request, token)) {
      response.writeHead(401, { "www-authenticate": "Bearer" }).end("METRICS_TOKEN is needed\n");
      return;
    }
    try {
      const page = await metrics.page(readiness);
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" }).end(page);
    } catch {
      response.writeHead(500).end("the metrics can't be read\n");
    }
  };
}

/** Takes the same time whatever was sent. */
function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
