import { z } from "zod";
import type { ScratchDatabase } from "../../local/shared/scratch-database.ts";

/** What a database has done and holds. */
export type DatabaseUse = Readonly<z.infer<typeof useSchema>>;

const useSchema = z.object({
  transactions: z.coerce.number(),
  /** On disk, with indexes. */
  bytes: z.coerce.number(),
  /** Of all tables. */
  rows: z.coerce.number(),
  /** Of all bots. */
  connections: z.coerce.number(),
});

const useQuery = `
  SELECT
    (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS transactions,
    (SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN ('event', 'value', 'line')) AS bytes,
    (SELECT count(*) FROM event) + (SELECT count(*) FROM value) + (SELECT count(*) FROM line) AS rows,
    (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'signpost')
      AS connections`;

export async function measureUse({ query }: ScratchDatabase): Promise<DatabaseUse> {
  return useSchema.parse((await query(useQuery))[0]);
}
