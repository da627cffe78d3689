import { findOrBuildProgram } from "../../build/program.mjs";
import { ourData } from "./our-knowledge.ts";

let isTold = false;

/** Before all tests: the program is built, and our knowledge learned and cached, so that no test file has to. */
export async function setup(): Promise<void> {
  await findOrBuildProgram({ otherFolder: () => ourData, notify: () => {} });
  if (isTold || process.env.TEST_DATABASE_URL) return;
  isTold = true;
  console.log(
    "The tests on PostgreSQL are skipped: set TEST_DATABASE_URL=postgres://user:password@host/database to run them " +
      "(docs/several-processes.md).",
  );
}
