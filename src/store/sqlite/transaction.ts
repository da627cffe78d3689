import type { Database } from "./database.ts";

/** Runs several writes together: all of them or none. */
export function createTransaction(db: Database): <T>(write: () => T) => T {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");
  return (write) => {
    begin.run();
    try {
      const result = write();
      commit.run();
      return result;
    } catch (error) {
      // A full disk ends the transaction by itself.
      if (db.isTransaction) rollback.run();
      throw error;
    }
  };
}
