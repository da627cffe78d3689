import { onTestFinished } from "vitest";
import { startTcpProxy as start, type TcpProxy } from "../../local/shared/tcp-proxy.ts";

/** A way to a server that can be cut; it ends with the test. */
export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const proxy = await start(url);
  onTestFinished(() => proxy.close());
  return proxy;
}
