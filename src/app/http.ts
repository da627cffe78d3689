import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { StartError } from "../lib/start-error.ts";
import type { HttpRoutes } from "../platform/adapter.ts";

/** The one server of the process. Adapters mount their routes before it listens. */
export interface Http extends HttpRoutes {
  /** @returns the port, also where 0 was asked for and the system chose one */
  listen(): Promise<number>;
  close(): Promise<void>;
}

interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** Whether the process has started and is not stopping. */
  readonly isReady: () => boolean;
  /** Why questions can't be answered now, one sentence a reason; empty if they can. Never rejects. */
  readonly findFaults?: () => Promise<readonly string[]>;
}

/** How long the headers, and a request as a whole, may take to arrive, so that half-sent ones don't stay open. */
const timeouts = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

/**
 * `/healthz` answers 200 while the process lives; `/readyz` answers 200, or 503 and each reason why it can't serve, one a
 * line.
 */
export function createHttp({ host, port, isReady, findFaults = async () => [] }: HttpOptions): Http {
  const routes = new Map<string, RequestListener>([
    ["/healthz", (_, response) => response.writeHead(200).end("ok\n")],
    [
      "/readyz",
      async (_, response) => {
        const faults = isReady() ? await findFaults() : ["not ready"];
        if (faults.length === 0) response.writeHead(200).end("ready\n");
        else response.writeHead(503).end(`${faults.join("\n")}\n`);
      },
    ],
  ]);
  let isClosing = false;
  const server = createServer(timeouts, (request, response) => {
    if (isClosing) response.setHeader("connection", "close");
    const [path = "/"] = (request.url ?? "/").split("?");
    const listener = routes.get(path);
    if (listener) listener(request, response);
    else response.writeHead(404).end("not found\n");
  });

  return {
    mount: (path, listener) => void routes.set(path, listener),
    listen: () =>
      new Promise((resolve, reject) => {
        server.once("error", (error) => {
          reject(
            new StartError(`PORT ${port} on ${host} can't be used: choose another one`, { cause: error }),
          );
        });
        server.listen(port, host, () => resolve(portOf(server.address())));
      }),
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address ? address.port : 0;
}
