import { type Clock, finishedTtlMs, type Line, maxLineAgeMs, type Store, type Write } from "./store.ts";

interface Event {
  readonly body: string;
  readonly until: number;
  readonly finished: boolean;
}

interface Value {
  readonly value: string;
  readonly version: number;
  readonly until: number;
}

interface KeptLine extends Line {
  readonly until: number;
}

/** A store that ends with the process: for the terminal, the playground and tests. */
export function createMemoryStore(now: Clock): Store {
  const events = new Map<string, Event>();
  const values = new Map<string, Value>();
  const logs = new Map<string, readonly KeptLine[]>();
  let writes = 0;

  const event = (id: string) => {
    const found = events.get(id);
    return found?.finished && found.until <= now() ? undefined : found;
  };
  const value = (key: string) => {
    const found = values.get(key);
    return found && found.until > now() ? found : undefined;
  };
  const sweep = () => {
    for (const [id, { finished, until }] of events) if (finished && until <= now()) events.delete(id);
    for (const [key, { until }] of values) if (until <= now()) values.delete(key);
  };

  const set = (key: string, text: string, ttl?: number) => {
    const until = ttl === undefined ? Number.POSITIVE_INFINITY : now() + ttl;
    writes += 1;
    values.set(key, { value: text, version: writes, until });
  };
  const append = (log: string, text: string, ttl = maxLineAgeMs) => {
    const lines = logs.get(log) ?? [];
    const until = now() + Math.min(ttl, maxLineAgeMs);
    logs.set(log, [...lines.filter((line) => line.until > now()), { at: now(), text, until }]);
  };
  const write = (change: Write): void => {
    switch (change.kind) {
      case "set":
        set(change.key, change.value, change.ttl);
        return;
      case "append":
        append(change.log, change.text, change.ttl);
        return;
      case "amend": {
        const before = event(change.id);
        if (before && !before.finished) events.set(change.id, { ...before, body: change.body });
      }
    }
  };

  return {
    receive: async (id, body, lease) => {
      const before = event(id);
      if (before?.finished) return "done";
      if (before && before.until > now()) return "busy";
      events.set(id, { body, until: now() + lease, finished: false });
      return "new";
    },
    finish: async (id) => {
      sweep();
      events.set(id, { body: "", until: now() + finishedTtlMs, finished: true });
    },
    unfinished: async () =>
      [...events]
        .filter(([, { finished, until }]) => !finished && until <= now())
        .map(([id, { body }]) => ({ id, body })),

    get: async (key) => {
      const found = value(key);
      return found && { value: found.value, version: found.version };
    },
    set: async (key, text, { ttl, ifVersion } = {}) => {
      if (ifVersion !== undefined && ifVersion !== (value(key)?.version ?? 0)) return false;
      set(key, text, ttl);
      return true;
    },

    append: async (log, text, { ttl } = {}) => append(log, text, ttl),
    read: async (log, since) =>
      (logs.get(log) ?? [])
        .filter(({ at, until }) => at >= since && until > now())
        .map(({ at, text }) => ({ at, text })),

    write: async (all) => all.forEach(write),

    close: async () => {},
  };
}
