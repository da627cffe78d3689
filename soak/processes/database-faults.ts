import { setTimeout as wait } from "node:timers/promises";
import { below, type Random } from "../../bench/random.ts";
import type { ScratchDatabase } from "../../local/shared/scratch-database.ts";
import type { TcpProxy } from "../../local/shared/tcp-proxy.ts";

/** The bots' database. */
interface StruckDatabase {
  readonly database: ScratchDatabase;
  /** Stands between the bots and it. */
  readonly proxy: TcpProxy;
  readonly random: Random;
}

export interface DatabaseFault {
  readonly name: string;
  /** Makes it, and resolves once it is over. */
  strike(struck: StruckDatabase): Promise<void>;
}

export const databaseFaults: readonly DatabaseFault[] = [
  {
    // What a restart of the server looks like: all connections are ended (57P01), and new ones refused for a while.
    name: "server restarted",
    strike: async ({ database: { name, queryServer } }) => {
      await queryServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await queryServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      await wait(5000);
      await queryServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    },
  },
  {
    name: "gone for a minute",
    strike: async ({ proxy }) => {
      await proxy.cut();
      await wait(60_000);
      await proxy.mend();
    },
  },
  {
    // Many times, so that some hit in a transaction.
    name: "connections cut",
    strike: async ({ proxy, random }) => {
      for (let count = 0; count < 20; count++) {
        await proxy.cut();
        await proxy.mend();
        await wait(below(500, random));
      }
    },
  },
  {
    name: "no answer for 10 s",
    strike: async ({ proxy }) => {
      proxy.hang();
      await wait(10_000);
      await proxy.mend();
    },
  },
  {
    // Whoever writes waits, as for a slow query or somebody else's long transaction.
    name: "tables locked for 5 s",
    strike: async ({ database }) => {
      await database.query(
        "BEGIN; LOCK TABLE event, value, line IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(5); COMMIT",
      );
    },
  },
];
