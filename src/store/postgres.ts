import { longCallTimeoutMs, openConnections } from "./postgres/connection.ts";
import { migrateForward } from "./postgres/migrate.ts";
import { createParts, writeAll } from "./postgres/write-all.ts";
import { rarely } from "./rarely.ts";
import { type Clock, type Store, StoreError } from "./store.ts";
import { createSweeping } from "./sweeping.ts";

interface PostgresOptions {
  /** Where the database is: `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** In place of the database's clock, which is the same for all processes. */
  readonly now?: Clock;
}

/**
 * A store in a PostgreSQL database, for several processes on several machines. Its tables are created or migrated first.
 * @throws StartError if the database can't be used, or its schema is newer than this program
 */
export async function createPostgresStore({ url, now }: PostgresOptions): Promise<Store> {
  await migrateForward(url);
  const { run, runTogether, close } = openConnections(url);
  const clock = () => now?.() ?? null;
  type Parts = ReturnType<typeof createParts>;
  const use = <T>(work: (parts: Parts) => Promise<T>, timeoutMs?: number) =>
    run((query) => work(createParts(query, clock)), timeoutMs);

  const { sweep, sweepIfDue } = createSweeping(now ?? Date.now, () =>
    use(async ({ events, values, lines }) => {
      for (const part of [events, values, lines]) await part.sweep();
    }, longCallTimeoutMs),
  );

  return {
    claim: (id, body, lease, conversation) =>
      use(({ events }) => events.claim(id, body, lease, conversation)),
    earlier: (id) => use(({ events }) => events.earlier(id)),
    leave: (id) => use(({ events }) => events.leave(id)),
    renew: (ids, lease) => use(({ events }) => events.renew(ids, lease)),
    finish: async (id) => {
      await use(({ events }) => events.finish(id));
      void sweepIfDue();
    },
    unfinished: async () => {
      void sweepIfDue();
      return use(({ events }) => events.unfinished());
    },
    claimed: () => use(({ events }) => events.claimed(), longCallTimeoutMs),
    get: (key) => use(({ values }) => values.get(key)),
    find: (pattern) => use(({ values }) => values.find(pattern), longCallTimeoutMs),
    set: (key, value, options = {}) => use(({ values }) => values.set(key, value, options)),
    append: (log, text, { ttl } = {}) => use(({ lines }) => lines.append(log, text, ttl)),
    read: (log, since) => use(({ lines }) => lines.read(log, since), longCallTimeoutMs),
    write: async (writes) =>
      writes.length === 0 || runTogether((query) => writeAll(createParts(query, clock), writes)),
    check: rarely(async () => {
      try {
        await use(({ values }) => values.set("write-probe", "", { ttl: 0 }));
        return undefined;
      } catch (error) {
        return error instanceof StoreError ? error.reason : String(error);
      }
    }),
    scrub: async () => {
      await sweep();
      // So that deleted rows leave the tables now and not when PostgreSQL comes by.
      await run((query) => query("VACUUM (SKIP_LOCKED) event, value, line"), longCallTimeoutMs);
    },
    close,
  };
}
