/**
 * What an adapter keeps across restarts. The keys are its own: no other adapter sees them. Values are text without NUL
 * characters. Calls reject if the store is broken.
 */
export interface AdapterMemory {
  get(key: string): Promise<string | undefined>;
  /** @param ttlMs milliseconds until the value expires */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** The unexpired values whose keys begin so, in any order. */
  list(startsWith: string): Promise<readonly { readonly key: string; readonly value: string }[]>;
}
