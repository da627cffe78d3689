import { withTimeout } from "../lib/with-timeout.ts";
import type { Adapter } from "../platform/adapter.ts";
import type { Store } from "../store/store.ts";

/** How long to wait for the store, in milliseconds. */
const storeCheckTimeoutMs = 1000;

/** Why questions can't be answered now, for whoever watches the process. Never rejects. */
export async function findFaults(store: Store, adapters: readonly Adapter[]): Promise<readonly string[]> {
  const storeFault = await withTimeout(storeCheckTimeoutMs, store.check()).catch(() => "it does not answer");
  const disconnected = adapters.filter(({ isReceiving }) => isReceiving && !isReceiving());
  return [
    ...(storeFault === undefined ? [] : [`the store can't be written: ${storeFault}`]),
    ...disconnected.map(({ name }) => `${name} is not connected`),
  ];
}
