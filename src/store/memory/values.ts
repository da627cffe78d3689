import type { Values } from "../compose-store.ts";
import type { Clock } from "../store.ts";

interface StoredValue {
  readonly value: string;
  readonly version: number;
  readonly until: number;
}

export function createValues(now: Clock): Values {
  const values = new Map<string, StoredValue>();
  let writes = 0;
  const find = (key: string) => {
    const found = values.get(key);
    return found && found.until > now() ? found : undefined;
  };
  return {
    get: (key) => {
      const found = find(key);
      return found && { value: found.value, version: found.version };
    },
    find: ({ startsWith = "", endsWith = "", contains = "" }) =>
      [...values.keys()].flatMap((key) => {
        const found = key.startsWith(startsWith) && key.endsWith(endsWith) ? find(key) : undefined;
        if (!found || !(key.includes(contains) || found.value.includes(contains))) return [];
        return [{ key, value: found.value, version: found.version }];
      }),
    set: (key, value, { ttl, ifVersion }) => {
      if (ifVersion !== undefined && ifVersion !== (find(key)?.version ?? 0)) return false;
      writes += 1;
      const until = ttl === undefined ? Number.POSITIVE_INFINITY : now() + ttl;
      values.set(key, { value, version: writes, until });
      return true;
    },
    delete: (key) => void values.delete(key),
    sweep: () => {
      for (const [key, { until }] of values) if (until <= now()) values.delete(key);
    },
  };
}
