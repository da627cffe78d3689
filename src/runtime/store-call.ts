import { withTimeout } from "../lib/with-timeout.ts";
import { storeTimeoutMs } from "./runtime-options.ts";

/** The store failed while an event was being answered. The event stays claimed, and can be answered again. */
export class StoreCallError extends Error {
  override readonly name = "StoreCallError";
}

/** @throws StoreCallError if the call of the store fails, or takes too long */
export function inStoreTime<T>(call: Promise<T>): Promise<T> {
  return withTimeout(storeTimeoutMs, call).catch((cause: unknown) => {
    throw new StoreCallError("the store failed", { cause });
  });
}
