import { createConnection, createServer, type Socket } from "node:net";
import { listenOnLoopback } from "./loopback-server.ts";

/** A way to a server that can be cut. */
export interface TcpProxy {
  /** The address, with the proxy in place of the server. */
  readonly url: string;
  /** Ends all connections, and takes no more. */
  cut(): Promise<void>;
  /** Passes nothing on any more, and ends nothing. */
  hang(): void;
  /** Takes connections again. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isHanging = false;
  const server = createServer((from) => {
    const to = createConnection({ host: hostname, port: Number(port) || 5432 });
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.on("data", (data) => !isHanging && other.write(data));
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const own = await listenOnLoopback(server, 0);
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const proxied = new URL(url);
  proxied.host = `127.0.0.1:${own}`;
  return {
    url: proxied.href,
    cut,
    hang: () => {
      isHanging = true;
    },
    mend: async () => {
      isHanging = false;
      if (server.listening) await cut();
      await listenOnLoopback(server, own);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
