import { createSqliteStore } from "../../src/store/sqlite.ts";

/**
 * Writes values, log lines and events into a data folder: arguments are the folder and JSON. In a process of its own, since
 * a closed connection holds its locks until its statements are collected.
 */
const [folder = "", json = "{}"] = process.argv.slice(2);
const { values = {}, finished = [], claimed = [], lines = [] } = JSON.parse(json);
const store = createSqliteStore(folder, Date.now);
for (const [key, value] of Object.entries(values)) await store.set(key, String(value));
for (const line of lines) await store.append("facts", line);
for (const id of claimed) await store.claim(id, `body of ${id}`, 60_000);
for (const id of finished) await store.finish(id);
await store.close();
