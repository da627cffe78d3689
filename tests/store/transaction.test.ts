import { expect, it, onTestFinished } from "vitest";
import type { Database } from "../../src/store/sqlite/database.ts";
import { openDatabase } from "../../src/store/sqlite/open-database.ts";
import { createTransaction } from "../../src/store/sqlite/transaction.ts";
import { temporaryFolder } from "../support/temporary.ts";

function open(): { readonly db: Database; readonly count: () => unknown } {
  const db = openDatabase(temporaryFolder());
  onTestFinished(() => db.close());
  return { db, count: () => db.prepare("SELECT count(*) AS lines FROM line").get() };
}

const addLine = "INSERT INTO line (log, at, text) VALUES ('facts', 1, 'one')";

it("a transaction keeps what it wrote", () => {
  const { db, count } = open();
  createTransaction(db)(() => db.exec(addLine));
  expect(count()).toEqual({ lines: 1 });
});

it("a transaction that throws leaves nothing behind, passes the error on, and lets the next one begin", () => {
  const { db, count } = open();
  const inTransaction = createTransaction(db);
  expect(() =>
    inTransaction(() => {
      db.exec(addLine);
      throw new Error("the disk is full");
    }),
  ).toThrow("the disk is full");
  expect(count()).toEqual({ lines: 0 });
  inTransaction(() => db.exec(addLine));
  expect(count()).toEqual({ lines: 1 });
});
