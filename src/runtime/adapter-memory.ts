import type { AdapterMemory } from "../platform/adapter-memory.ts";
import type { Store } from "../store/store.ts";

/**
 * An adapter's memory in the store, under its name.
 * @param name the platform's name
 */
export function createAdapterMemory(store: Store, name: string): AdapterMemory {
  const prefix = `adapter/${name}/`;
  return {
    get: async (key) => (await store.get(prefix + key))?.value,
    set: async (key, value, ttlMs) => {
      await store.set(prefix + key, value, { ttl: ttlMs });
    },
    delete: async (key) => {
      await store.write([{ kind: "delete", key: prefix + key }]);
    },
    list: async (startsWith) => {
      const found = await store.find({ startsWith: prefix + startsWith });
      return found.map(({ key, value }) => ({ key: key.slice(prefix.length), value }));
    },
  };
}
