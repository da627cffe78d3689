import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { onTestFinished } from "vitest";

const sqlite = createRequire(import.meta.url).resolve("@photostructure/sqlite");

const program = `
  const { DatabaseSync } = require(process.argv[1]);
  const db = new DatabaseSync(process.argv[2]);
  db.exec("BEGIN EXCLUSIVE");
  process.stdout.write("locked");
  process.stdin.on("end", () => { db.exec("ROLLBACK"); db.close(); }).resume();
`;

/**
 * Locks the database in the folder from another process.
 * @returns ends the lock
 */
export async function lockFile(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, "signpost.db");
  const child = spawn(process.execPath, ["-e", program, sqlite, file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  onTestFinished(() => void child.kill());
  await once(child.stdout, "data");
  return async () => {
    child.stdin.end();
    await ended;
  };
}
