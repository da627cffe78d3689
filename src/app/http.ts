import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { StartError } from "../lib/start-error.ts";
import type { HttpRoutes } from "../platform/adapter.ts";

/** The one server of the process. Routes can be mounted while it listens. */
export interface Http extends HttpRoutes {
  /** @returns the port, also where 0 was asked for and the system chose one */
  listen(): Promise<number>;
  close(): Promise<void>;
}

interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** Whether the process has started and is not stopping: until then adapters may still mount their routes. */
  readonly isReady: () => boolean;
}

/** How long the headers, and a request as a whole, may take to arrive, so that half-sent ones don't stay open. */
const timeouts = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

/**
 * `/healthz` answers 200 while the process lives. What nothing is mounted at answers 404, or 503 while the process is not
 * ready, so that whoever sends events tries again.
 */
export function createHttp({ host, port, isReady }: HttpOptions): Http {
  const routes = new Map<string, RequestListener>([
    ["/healthz", (_, response) => response.writeHead(200).end("ok\n")],
  ]);
  let isClosing = false;
  const server = createServer(timeouts, (request, response) => {
    if (isClosing) response.setHeader("connection", "close");
    const [path = "/"] = (request.url ?? "/").split("?");
    const listener = routes.get(path);
    if (listener) listener(request, response);
    else if (isReady()) response.writeHead(404).end("not found\n");
    else response.writeHead(503).end("not ready\n");
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
