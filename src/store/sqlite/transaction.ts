import type { Database } from "./open-database.ts";

/** Runs several writes together: all of them or none. */
export function createTransaction(db: Database): (write: () => void) => void {
  const begin = db.prepare("BEGIN IMMEDIATE");
  const commit = db.prepare("COMMIT");
  const rollback = db.prepare("ROLLBACK");
  return (write) => {
    begin.run();
    try {
      write();
      commit.run();
    } catch (error) {
      rollback.run();
      throw error;
    }
  };
}
